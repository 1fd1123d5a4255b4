import { rmSync } from "node:fs";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import type { BenchPage } from "#tests/bench/in-page/benchPage.ts";
import type { Desks } from "#tests/bench/in-page/sealingTimes.ts";
import type { Figure } from "#tests/commands/printFigures.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import { serveFolder } from "#tests/engines/serveFolder.ts";
import { askPage, openTab } from "./askPage.ts";
import { type BareTab, openBareChromium } from "./bareChromium.ts";
import { benchPath } from "./buildBenchFolder.ts";
import { median } from "./quantile.ts";

const rounds = 7;
const slowdown = 4;
const deviceCount = 8;

/**
 * Sealing an inquiry of 10 KiB and opening it, each in a page of its own that has never sealed
 * anything: what a person waits for is the first time, with the cryptography fetched and compiled.
 */
export const measureSealing = async (folder: string): Promise<readonly Figure[]> => {
  const profile = createProfile();
  const server = await serveFolder(folder);
  const tab = await openBareChromium(profile);
  const openPage = (): Promise<void> => openTab(tab, server.address + benchPath, "self.benchPage");
  try {
    await openPage();
    const desks = await callPage<Desks>(tab, "createDesks", deviceCount);
    const figures: Figure[] = [];
    for (const times of [1, slowdown]) {
      await tab.slowDown(times);
      figures.push(...(await measureRounds(tab, openPage, desks, times)));
    }
    return figures;
  } finally {
    await tab.close();
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  }
};

const measureRounds = async (
  tab: BareTab,
  openPage: () => Promise<void>,
  { asker, asked }: Desks,
  times: number,
): Promise<readonly Figure[]> => {
  const sealings: number[] = [];
  const openings: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await openPage();
    const { ms, bytes } = await callPage<Sealing>(tab, "measureSealing", asker);
    sealings.push(ms);
    await openPage();
    openings.push(await callPage<number>(tab, "measureOpening", asked, bytes));
  }
  const how = `10 KiB for ${deviceCount} devices${times === 1 ? "" : `, ${times} times slowed`}`;
  return [
    { what: `sealing ${how}`, value: median(sealings), unit: "ms" },
    { what: `opening ${how}`, value: median(openings), unit: "ms" },
  ];
};

type Sealing = Awaited<ReturnType<BenchPage["measureSealing"]>>;

const callPage = <T>(
  tab: BareTab,
  name: keyof BenchPage,
  ...values: readonly (number | string | DeviceIdentity)[]
): Promise<T> => askPage<T>(tab, `benchPage.${name}(...${JSON.stringify(values)})`);
