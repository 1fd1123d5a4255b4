import type { Figure } from "#tests/commands/printFigures.ts";
import { openChromium } from "#tests/engines/openChromium.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { startEndpoint } from "#tests/journeys/steps/endpoint.ts";
import { createLargeEdition } from "./createLargeEdition.ts";
import { quantile } from "./quantile.ts";

const contactCount = 5_000;
const slowdown = 4;
/** States, offices and institutions, typed without their accents, and one that nothing answers to. */
const queries = ["chile", "ciberdefensa", "nucleo", "ministere", "agency 12", "mexico", "zzzz"];

/** From the keystroke to the last paint that it caused in the directory, four times slowed. */
export const measureSearch = async (): Promise<readonly Figure[]> => {
  const edition = createLargeEdition(contactCount);
  const endpoint = await startEndpoint({ appPath: distFolder, edition });
  const page = await openChromium({
    engine: "chromium",
    profile: createProfile(),
    isWholeBrowser: true,
  });
  try {
    await openDirectory(page, endpoint.address);
    const times: number[] = [];
    for (const query of queries) times.push(...(await typeQuery(page, query)));
    const what = `keystroke to result, ${contactCount} contacts`;
    return [
      { what: `${what}, median`, value: quantile(times, 0.5), unit: "ms" },
      { what: `${what}, p95`, value: quantile(times, 0.95), unit: "ms", limit: { most: 100 } },
    ];
  } finally {
    await page.close();
    await endpoint.remove();
  }
};

const openDirectory = async (page: PlaywrightPage, address: string): Promise<void> => {
  await page.goto(`${address}#/directory`);
  const isHeld = () => page.evaluate(countHeldContacts, null);
  await until("the large edition on the device", isHeld, 60_000);
  await page.reload();
  await page.tab().getByRole("searchbox").click();
  const session = await page.context().newCDPSession(page.tab());
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(watchKeystrokes, null);
};

/** True once an edition with thousands of contacts stands in any database of the page. */
const countHeldContacts = async (): Promise<boolean> => {
  const [known] = await indexedDB.databases();
  if (known?.name === undefined) return false;
  const opening = indexedDB.open(known.name);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener("success", () => resolve(opening.result));
    opening.addEventListener("error", () => reject(opening.error));
  });
  const reading = database.transaction("editions").objectStore("editions").get("held");
  const row = await new Promise<unknown>((resolve) => {
    reading.addEventListener("success", () => resolve(reading.result));
  });
  database.close();
  return JSON.stringify(row ?? null).length > 500_000;
};

type Watch = { pressedAt: number; changedAt: number; paintedAt: number };

/** Runs in the page: notes when a key went down and when the last change after it was painted. */
const watchKeystrokes = (): void => {
  const watch: Watch = { pressedAt: 0, changedAt: 0, paintedAt: 0 };
  Object.assign(globalThis, { keystrokeWatch: watch });
  addEventListener("keydown", (event) => (watch.pressedAt = event.timeStamp), { capture: true });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", () => (watch.paintedAt = performance.now()));
  port1.start();
  new MutationObserver(() => {
    watch.changedAt = performance.now();
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
};

/** One time for every letter that changed something. */
const typeQuery = async (page: PlaywrightPage, query: string): Promise<readonly number[]> => {
  const times: number[] = [];
  await page.tab().keyboard.press("Control+A");
  for (const letter of query) {
    await page.tab().keyboard.press(letter);
    const { pressedAt, changedAt, paintedAt } = await until("a quiet page", () =>
      page.evaluate(readQuietWatch, null),
    );
    if (changedAt > pressedAt) times.push(paintedAt - pressedAt);
  }
  return times;
};

/** The watch, once nothing has changed for a while; later changes are no answer to the key. */
const readQuietWatch = (): Watch | false => {
  const { keystrokeWatch } = globalThis as unknown as { keystrokeWatch: Watch };
  const { pressedAt, changedAt } = keystrokeWatch;
  return performance.now() - Math.max(pressedAt, changedAt) > 250 && keystrokeWatch;
};
