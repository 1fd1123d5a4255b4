import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "#tests/commands/printFigures.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import { serveFolder } from "#tests/engines/serveFolder.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { openBareChromium } from "./bareChromium.ts";
import { median } from "./quantile.ts";
import { awaitTextPainted, watchForText } from "./watchForText.ts";

const rounds = 15;
const slowdown = 4;

type Screen = { readonly what: string; readonly hash: string; readonly text: string };

/**
 * A closed Chromium, opened offline four times slowed: from the navigation to readable text, our
 * page and the plain one in turns, so that the machine's moods meet both.
 */
export const measureColdStart = async (): Promise<readonly Figure[]> => {
  const plainFolder = copyPlainPage();
  const profile = createProfile();
  const servers = [await serveFolder(distFolder), await serveFolder(plainFolder)] as const;
  const [app, plain] = servers.map(({ address }) => address) as [string, string];
  try {
    await install(profile, app, plain);
    await Promise.all(servers.map((server) => server.stop()));
    const figures: Figure[] = [];
    for (const screen of listScreens()) {
      figures.push(...(await compare(profile, app, plain, screen)));
    }
    return figures;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    for (const folder of [plainFolder, profile]) rmSync(folder, { recursive: true, force: true });
  }
};

/** Text that stands on the one screen alone, the same on both pages. */
const listScreens = (): readonly Screen[] => {
  const pack = JSON.parse(readFileSync(`${projectFolder}public/content/en.json`, "utf8")) as {
    measures: readonly { number: number; passages: readonly { text: string }[] }[];
  };
  const measure = pack.measures.find(({ number }) => number === 2);
  return [
    { what: "guidance", hash: "#/measures/2", text: measure?.passages[0]?.text ?? "" },
    { what: "directory", hash: "#/directory", text: "Uruguay" },
  ];
};

const copyPlainPage = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-plain-"));
  cpSync(join(projectFolder, "tests/bench/plain"), folder, { recursive: true });
  cpSync(join(projectFolder, "public/content"), join(folder, "content"), { recursive: true });
  return folder;
};

const install = async (profile: string, app: string, plain: string): Promise<void> => {
  const tab = await openBareChromium(profile);
  await tab.goto(app);
  const isReady = 'localStorage.getItem("enlace.ready") !== null';
  await until("the app being ready to use offline", () => tab.evaluate<boolean>(isReady), 30_000);
  await tab.goto(plain);
  const isThere = 'document.documentElement.dataset.ready === "yes"';
  await until("the plain page", () => tab.evaluate<boolean>(isThere));
  await tab.close();
};

const compare = async (
  profile: string,
  app: string,
  plain: string,
  { what, hash, text }: Screen,
): Promise<readonly Figure[]> => {
  const times = { app: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.app.push(await startOnce(profile, app + hash, text));
    times.plain.push(await startOnce(profile, plain + hash, text));
  }
  const ratios = times.app.map((ms, round) => ms / (times.plain[round] ?? Number.NaN));
  const unit = "ms";
  return [
    { what: `offline cold start, ${what}`, value: median(times.app), unit },
    { what: `offline cold start, ${what}, plain page`, value: median(times.plain), unit },
    {
      what: `offline cold start, ${what}, ratio`,
      value: median(ratios),
      unit: "",
      limit: { most: 2.2 },
    },
  ];
};

const startOnce = async (profile: string, url: string, text: string): Promise<number> => {
  const tab = await openBareChromium(profile);
  await tab.runFirst(`(${watchForText.toString()})(${JSON.stringify(text)})`);
  await tab.slowDown(slowdown);
  await tab.goto(url);
  const ms = await tab.evaluate<number>(`(${awaitTextPainted.toString()})()`);
  await tab.close();
  if (ms === undefined) throw new Error(`the text was not painted at ${url}`);
  return ms;
};
