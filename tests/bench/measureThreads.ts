import { rmSync } from "node:fs";
import type { Figure } from "#tests/commands/printFigures.ts";
import { actInPage } from "#tests/engines/fields.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import { serveFolder } from "#tests/engines/serveFolder.ts";
import { createTranslate } from "#tests/journeys/steps/screen.ts";
import { askPage, openTab, writeCall } from "./askPage.ts";
import { type BareTab, openBareChromium } from "./bareChromium.ts";
import { benchPath } from "./buildBenchFolder.ts";
import { median } from "./quantile.ts";
import { timePainted } from "./timePainted.ts";

const rounds = 5;
const slowdown = 4;
const threadCount = 1_000;
const lettersPerThread = 3;
const passphrase = "loan valve load escape convince grab";
const unlockLimitMs = 1_500;
const listLimitMs = 300;

/**
 * A closed Chromium on the device of a desk with years of correspondence, offline and four times
 * slowed: unlocking with the right passphrase, then the list of all threads, opened for the first
 * time since and once again.
 */
export const measureThreads = async (folder: string): Promise<readonly Figure[]> => {
  const profile = createProfile();
  const server = await serveFolder(folder);
  try {
    await install(profile, server.address);
    await server.stop();
    const times: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await measureRound(profile, server.address));
    }
    return listFigures(times);
  } finally {
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  }
};

/** The threads first, by the bench's page: once the app is there, its worker answers for that too. */
const install = async (profile: string, app: string): Promise<void> => {
  const tab = await openBareChromium(profile);
  await openTab(tab, app + benchPath, "self.benchPage");
  const filling = `benchPage.fillDevice(${JSON.stringify(passphrase)}, ${threadCount})`;
  const letterCount = await askPage<number>(tab, filling);
  if (letterCount !== threadCount * lettersPerThread) throw new Error(`${letterCount} letters`);
  await openTab(tab, app, 'localStorage.getItem("enlace.ready")');
  await tab.close();
};

type Round = {
  readonly unlockMs: number;
  readonly deriveMs: number;
  readonly firstMs: number;
  readonly againMs: number;
};

const measureRound = async (profile: string, app: string): Promise<Round> => {
  const tab = await openBareChromium(profile);
  try {
    await tab.runFirst(`(${watchDerivation.toString()})()`);
    await openTab(tab, `${app}#/more/lock`, `document.querySelector("input[type=password]")`);
    await tab.slowDown(slowdown);
    const unlock = await timeUnlocking(tab);
    const firstMs = await timeList(tab);
    await askPage(tab, writeCall(timePainted, clickMeasures, hasMeasures));
    const againMs = await timeList(tab);
    return { ...unlock, firstMs, againMs };
  } finally {
    await tab.close();
  }
};

const timeUnlocking = async (tab: BareTab): Promise<Pick<Round, "unlockMs" | "deriveMs">> => {
  const translate = createTranslate("en");
  const label = translate("device:unlock.passphrase.label");
  await askPage(tab, writeCall(actInPage, [{ fill: label, text: passphrase }]));
  const wallMs = await askPage<number>(tab, writeCall(timePainted, submitPassphrase, isUnlocked));
  const deriveMs = await askPage<number>(tab, "derivationMs");
  // Chromium slows the page's own thread only; the key is derived on another.
  return { unlockMs: wallMs + (slowdown - 1) * deriveMs, deriveMs };
};

/** From the click until rows fill the screen. */
const timeList = async (tab: BareTab): Promise<number> => {
  // As a person who looks before going on: nothing of the last screen is left to do.
  await askPage(tab, writeCall(awaitQuiet));
  return askPage<number>(tab, writeCall(timePainted, clickInquiries, hasRows));
};

// These run in the page.

const submitPassphrase = (): void =>
  document.querySelector<HTMLInputElement>("main input[type=password]")?.form?.requestSubmit();
const isUnlocked = (): boolean => document.querySelector("main select") !== null;
/** Half a second in which the page was never busy for long: less than a person looks. */
const awaitQuiet = (): Promise<void> =>
  new Promise((resolve) => {
    const [quietMs, busyMs] = [500, 60];
    let [quietSince, last] = [performance.now(), performance.now()];
    const look = (): void => {
      const now = performance.now();
      if (now - last > busyMs) quietSince = now;
      last = now;
      if (now - quietSince > quietMs) resolve();
      else setTimeout(() => requestIdleCallback(look, { timeout: 5_000 }), 10);
    };
    look();
  });
const clickMeasures = (): void =>
  document.querySelector<HTMLElement>('nav a[href="#/measures"]')?.click();
const hasMeasures = (): boolean => document.querySelector('main a[href="#/measures/2"]') !== null;
const clickInquiries = (): void =>
  document.querySelector<HTMLElement>('nav a[href="#/inquiries"]')?.click();
/** More than a phone shows at once. */
const hasRows = (): boolean =>
  document.querySelectorAll('main li > a[href^="#/inquiries/"]').length >= 12;

/** Before the page's own scripts: how long its keys took to derive. */
const watchDerivation = (): void => {
  const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
  let derivationMs = 0;
  Object.defineProperty(globalThis, "derivationMs", { get: () => derivationMs });
  crypto.subtle.deriveKey = async (...values) => {
    const startedAt = performance.now();
    const key = await derive(...values);
    derivationMs += performance.now() - startedAt;
    return key;
  };
};

const listFigures = (times: readonly Round[]): readonly Figure[] => {
  const medianOf = (name: keyof Round): number => median(times.map((round) => round[name]));
  const list = `list of ${threadCount} threads`;
  const unit = "ms";
  const [most, listMost] = [{ most: unlockLimitMs }, { most: listLimitMs }];
  return [
    { what: "deriving the key, not slowed", value: medianOf("deriveMs"), unit },
    { what: "unlocking", value: medianOf("unlockMs"), unit, limit: most },
    { what: `${list}, first opening`, value: medianOf("firstMs"), unit, limit: listMost },
    { what: `${list}, opened again`, value: medianOf("againMs"), unit, limit: listMost },
  ];
};
