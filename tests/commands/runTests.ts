import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killProcesses, listProcesses } from "#tests/engines/processes.ts";
import { installBrowsers } from "./installBrowsers.ts";
import { keepOutcome, runStep, type Step, type StepOutcome, testReport } from "./runStep.ts";

const build: Step = { name: "build", command: ["vite", "build"], timeoutMs: 120_000 };

const createTestStep = (name: string, projects: readonly string[], timeoutMs: number): Step => ({
  name,
  command: [
    "vitest",
    "run",
    ...projects.map((project) => `--project=${project}`),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${testReport(name)}`,
  ],
  timeoutMs,
  isTests: true,
});

const units = createTestStep("unit", ["unit", "alone"], 300_000);
const journeys = createTestStep("journeys", ["journeys"], 2_400_000);

/** All tests: browsers installed if missing, the app built, unit tests, journeys. */
export const runTests = async (): Promise<readonly StepOutcome[]> => {
  const hasBrowsers = installBrowsers();
  const outcomes = [await runStep(build), await runStep(units)];
  const refused = { name: "journeys", passed: 0, failed: 1, seconds: 0 };
  return [...outcomes, hasBrowsers ? await runJourneys() : keepOutcome(refused)];
};

/** What a worker that was killed leaves behind is known by the folder of its profiles. */
const runJourneys = async (): Promise<StepOutcome> => {
  const profiles = mkdtempSync(join(tmpdir(), "enlace-journeys-"));
  process.env["ENLACE_PROFILES"] = profiles;
  try {
    return await runStep(journeys);
  } finally {
    await killProcesses(listProcesses(profiles));
    rmSync(profiles, { recursive: true, force: true });
  }
};
