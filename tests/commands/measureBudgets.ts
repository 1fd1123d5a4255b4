import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openChromium } from "#tests/engines/openChromium.ts";
import { createProfile } from "#tests/engines/openPage.ts";
import type { PlaywrightPage } from "#tests/engines/playwrightPage.ts";
import { serveFolder } from "#tests/engines/serveFolder.ts";
import { until } from "#tests/engines/until.ts";
import { distFolder } from "#tests/house/distFolder.ts";
import { listLoadedScripts } from "./listLoadedScripts.ts";
import { type Figure, printFigures } from "./printFigures.ts";

/** As it travels, gzipped, in KiB. */
const sizeOf = (path: string): number => weigh(readFileSync(join(distFolder, path)));

const weigh = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length / 1024;

/** Of a page only what it runs: the scripts that stand inside. */
const scriptSizeOf = (path: string): number => {
  if (!path.endsWith(".html")) return sizeOf(path);
  const page = readFileSync(join(distFolder, path), "utf8");
  const scripts = Array.from(page.matchAll(/<script>(.*?)<\/script>/gs), ([, text = ""]) => text);
  return weigh(Buffer.from(scripts.join("\n")));
};

/** Of addresses, each file of the build once. */
const toPaths = (urls: readonly string[]): readonly string[] => [
  ...new Set(urls.map((url) => new URL(url).pathname.slice(1).replace(/(^|\/)$/, "$1index.html"))),
];

const sum = (paths: readonly string[], size: (path: string) => number): number =>
  paths.reduce((total, path) => total + size(path), 0);

/** Opens the built directory as a first visitor in Chromium and weighs what ran and what was kept. */
const measureBudgets = async (): Promise<readonly Figure[]> => {
  const server = await serveFolder(distFolder);
  const page = await openChromium({ engine: "chromium", profile: createProfile() });
  try {
    const ran = await listRunScripts(page, `${server.address}#/directory`);
    const precache = await listPrecache(page);
    const ranPaths = toPaths(ran);
    // What seals a letter, fetched when the first one is; queueing it is a part of its screen.
    const sealing = listLoadedScripts("age").filter((path) => !ranPaths.includes(path));
    const judging = listLoadedScripts("judge").filter((path) => !ranPaths.includes(path));
    for (const path of [...ranPaths, ...sealing, ...judging])
      console.log(`${scriptSizeOf(path).toFixed(1).padStart(8)} ${path}`);
    return [
      {
        what: "JavaScript until #/directory is idle",
        value: sum(ranPaths, scriptSizeOf),
        unit: "KiB",
        limit: { most: 150 },
      },
      {
        what: "sealing, loaded with the first letter",
        value: sum(sealing, sizeOf),
        unit: "KiB",
        limit: { most: 70 },
      },
      {
        what: "judging, loaded with the first passphrase",
        value: sum(judging, sizeOf),
        unit: "KiB",
        limit: { most: 70 },
      },
      { what: "service worker", value: sizeOf("sw.js"), unit: "KiB", limit: { most: 15 } },
      {
        what: `precache, ${precache.length} files`,
        value: sum(toPaths(precache), sizeOf),
        unit: "KiB",
        limit: { most: 900 },
      },
    ];
  } finally {
    await page.close();
    await server.stop();
  }
};

/** Addresses of the scripts that the page itself compiled until nothing more came. */
const listRunScripts = async (page: PlaywrightPage, url: string): Promise<readonly string[]> => {
  const scripts = new Set<string>();
  const session = await page.context().newCDPSession(page.tab());
  session.on("Debugger.scriptParsed", (script) => scripts.add(script.url));
  await session.send("Debugger.enable");
  await page.goto(url);
  await page.waitFor(() => document.querySelector("#root h1:not(#welcome h1)") !== null, null, {
    what: "the directory's heading",
  });
  await page.waitFor(() => navigator.serviceWorker.ready.then(() => true), null);
  await page.tab().waitForLoadState("networkidle");
  const origin = new URL(url).origin;
  return [...scripts].filter((script) => script.startsWith(origin)).toSorted();
};

/** Addresses in all caches once the worker is active. */
const listPrecache = (page: PlaywrightPage): Promise<readonly string[]> =>
  until("a filled precache", async () => {
    const urls = await page.evaluate(async () => {
      const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(opened.map((cache) => cache.keys()));
      return requests.flat().map(({ url }) => url.replace(/\?.*$/, ""));
    }, null);
    return urls.length > 0 && urls;
  });

process.exitCode = printFigures(await measureBudgets()) ? 0 : 1;
