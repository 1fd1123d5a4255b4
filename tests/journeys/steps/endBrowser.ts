import type { Page } from "#tests/engines/page.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { awaitProcesses, listProcesses } from "#tests/engines/processes.ts";

/**
 * Ends the browser as a person does, and leaves its profile where it is. Our shell of WebKit can't
 * be without a page: there a new browser with an empty one follows.
 */
export const endBrowser = async (page: Page, profile: string): Promise<void> => {
  if (page.engine === "webkit") return page.restart();
  const processes = listProcesses(profile);
  await (page as PlaywrightPage).context().close();
  await awaitProcesses(processes);
};
