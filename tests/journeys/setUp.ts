import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killProcesses, listProcesses } from "#tests/engines/processes.ts";
import { type Journey, journeyEngines } from "#tests/journeys/steps/engines.ts";

let ownFolder: string | undefined;

/**
 * Vitest calls it before the first journey. The folders of all browsers lie in one, which `npm test`
 * makes itself: it may have to end a run in the middle. It also wants the list.
 */
export const setup = (): void => {
  if (process.env["ENLACE_PROFILES"] !== undefined) return console.log(sayEngines());
  ownFolder = mkdtempSync(join(tmpdir(), "enlace-journeys-"));
  process.env["ENLACE_PROFILES"] = ownFolder;
};

/** Vitest calls it after the last journey. */
export const teardown = async (): Promise<void> => {
  if (ownFolder === undefined) return;
  await killProcesses(listProcesses(ownFolder));
  rmSync(ownFolder, { recursive: true, force: true });
};

/** Every journey by the number of engines that it runs in, most first, and why in these. */
const sayEngines = (): string => {
  const journeys = Object.keys(journeyEngines) as Journey[];
  const count = (journey: Journey): number => journeyEngines[journey].engines.length;
  const rows = journeys
    .toSorted((one, other) => count(other) - count(one))
    .map((journey) => {
      const { engines, why } = journeyEngines[journey];
      return `${journey.padEnd(25)} ${engines.join(" ").padEnd(23)} ${why}`;
    });
  const [all, some] = [3, 2].map((wanted) => journeys.filter((each) => count(each) === wanted));
  const [thrice, twice] = [all?.length ?? 0, some?.length ?? 0];
  const once = journeys.length - thrice - twice;
  return [`${thrice} journeys in three engines, ${twice} in two, ${once} in one`, ...rows].join(
    "\n",
  );
};
