import type { PlaywrightPage } from "../engines/playwrightPage.ts";
import { until } from "../engines/until.ts";

/**
 * From now on notes in every page of the tab when `text` is first painted: after it stands in the
 * document comes a frame, and the task after that frame finds it on the screen.
 */
export const watchForText = async (page: PlaywrightPage, text: string): Promise<void> => {
  await page.tab().addInitScript((wanted: string) => {
    const watcher = new MutationObserver(() => {
      const root = document.body;
      if (!root?.textContent?.includes(wanted)) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => performance.mark("text-painted"));
        port1.start();
        port2.postMessage(null);
      });
    });
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
  }, text);
};

/** Milliseconds from the start of the navigation until the text was painted. */
export const readPaintedMs = (page: PlaywrightPage): Promise<number> =>
  until("the painted text", () =>
    page.evaluate(() => performance.getEntriesByName("text-painted")[0]?.startTime, null),
  );
