import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "../commands/printFigures.ts";
import { createProfile } from "../engines/createProfile.ts";
import { openChromium } from "../engines/openChromium.ts";
import type { PlaywrightPage } from "../engines/playwrightPage.ts";
import { serveFolder } from "../engines/serveFolder.ts";
import { distFolder } from "../source/distFolder.ts";
import { projectFolder } from "../source/listFiles.ts";
import { median } from "./quantile.ts";
import { readPaintedMs, watchForText } from "./watchForText.ts";

const rounds = 9;
const slowdown = 4;

type Screen = { readonly what: string; readonly hash: string; readonly text: string };

/**
 * A closed Chromium, opened offline four times slowed: from the navigation to readable text, our
 * page and the plain one in turns, so that the machine's moods meet both.
 */
export const measureColdStart = async (): Promise<readonly Figure[]> => {
  const plainFolder = copyPlainPage();
  const servers = [await serveFolder(distFolder), await serveFolder(plainFolder)] as const;
  const [app, plain] = servers.map(({ address }) => address) as [string, string];
  const page = await openChromium({ engine: "chromium", profile: createProfile() });
  try {
    await install(page, app, plain);
    await Promise.all(servers.map((server) => server.stop()));
    const figures: Figure[] = [];
    for (const screen of listScreens()) figures.push(...(await compare(page, app, plain, screen)));
    return figures;
  } finally {
    await page.close();
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(plainFolder, { recursive: true, force: true });
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

const install = async (page: PlaywrightPage, app: string, plain: string): Promise<void> => {
  await page.goto(app);
  await page.waitFor(() => localStorage.getItem("enlace.ready") !== null, null, {
    what: "the app being ready to use offline",
    timeoutMs: 30_000,
  });
  await page.goto(plain);
  await page.waitFor(() => document.documentElement.dataset["ready"] === "yes", null);
};

const compare = async (
  page: PlaywrightPage,
  app: string,
  plain: string,
  { what, hash, text }: Screen,
): Promise<readonly Figure[]> => {
  const times = { app: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.app.push(await startOnce(page, app + hash, text));
    times.plain.push(await startOnce(page, plain + hash, text));
  }
  const [ours, plains] = [median(times.app), median(times.plain)];
  const unit = "ms";
  return [
    { what: `offline cold start, ${what}`, value: ours, unit },
    { what: `offline cold start, ${what}, plain page`, value: plains, unit },
    {
      what: `offline cold start, ${what}, ratio`,
      value: ours / plains,
      unit: "",
      limit: { most: 2.2 },
    },
  ];
};

const startOnce = async (page: PlaywrightPage, url: string, text: string): Promise<number> => {
  await page.restart();
  await watchForText(page, text);
  const session = await page.context().newCDPSession(page.tab());
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(url);
  return readPaintedMs(page);
};
