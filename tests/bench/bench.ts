import { installBrowsers } from "../commands/installBrowsers.ts";
import { printFigures } from "../commands/printFigures.ts";
import { runStep } from "../commands/runStep.ts";
import { startEndpoint } from "../journeys/startEndpoint.ts";
import { distFolder } from "../source/distFolder.ts";
import { measureColdStart } from "./measureColdStart.ts";
import { measureLighthouse } from "./measureLighthouse.ts";
import { measureSearch } from "./measureSearch.ts";

const measureAll = async (): Promise<boolean> => {
  if (!installBrowsers()) return false;
  const build = await runStep({ name: "build", command: ["vite", "build"], timeoutMs: 120_000 });
  if (build.failed > 0) return false;
  const endpoint = await startEndpoint({ appPath: distFolder });
  try {
    const lighthouse = await measureLighthouse(endpoint.address);
    return printFigures([...lighthouse, ...(await measureColdStart()), ...(await measureSearch())]);
  } finally {
    await endpoint.remove();
  }
};

process.exitCode = (await measureAll()) ? 0 : 1;
