import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { until } from "#tests/engines/until.ts";
import type { OpenedApp } from "./openApp.ts";

/** Does what makes the browser keep a file, copies that to `path`, and gives the name that it has. */
export const takeDownload = async (
  engine: "chromium" | "firefox",
  { page, profile }: Pick<OpenedApp, "page" | "profile">,
  path: string,
  act: () => Promise<void>,
): Promise<string> => {
  if (engine === "chromium") {
    const download = (page as PlaywrightPage).tab().waitForEvent("download", { timeout: 30_000 });
    await act();
    const file = await download;
    await file.saveAs(path);
    return file.suggestedFilename();
  }
  // Playwright hears nothing of a file that Firefox makes of a page's own bytes: it is just there.
  await act();
  const folder = join(profile, "downloads");
  const name = await until("a download", () => findWhole(folder), 30_000);
  copyFileSync(join(folder, name), path);
  return name;
};

/** Firefox gives it its name, empty, and writes beside it until it is whole. */
const findWhole = (folder: string): string | undefined => {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return names.length === 1 ? names[0] : undefined;
};
