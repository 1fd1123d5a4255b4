import { rmSync } from "node:fs";
import { installBrowsers } from "#tests/commands/installBrowsers.ts";
import { printFigures } from "#tests/commands/printFigures.ts";
import { runStep } from "#tests/commands/runStep.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { startEndpoint } from "#tests/journeys/steps/endpoint.ts";
import { buildBenchFolder } from "./buildBenchFolder.ts";
import { measureColdStart } from "./measureColdStart.ts";
import { measureLighthouse } from "./measureLighthouse.ts";
import { measureRules } from "./measureRules.ts";
import { measureSealing } from "./measureSealing.ts";
import { measureSearch } from "./measureSearch.ts";
import { measureThreads } from "./measureThreads.ts";

const measureAll = async (): Promise<boolean> => {
  if (!installBrowsers()) return false;
  const build = await runStep({ name: "build", command: ["vite", "build"], timeoutMs: 120_000 });
  if (build.failed > 0) return false;
  const endpoint = await startEndpoint({ appPath: distFolder });
  const folder = await buildBenchFolder();
  try {
    const lighthouse = await measureLighthouse(endpoint.address);
    const readings = [...(await measureColdStart()), ...measureRules(), ...(await measureSearch())];
    const letters = [...(await measureSealing(folder)), ...(await measureThreads(folder))];
    return printFigures([...lighthouse, ...readings, ...letters]);
  } finally {
    await endpoint.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

process.exitCode = (await measureAll()) ? 0 : 1;
