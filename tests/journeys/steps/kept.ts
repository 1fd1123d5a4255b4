import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Page } from "#tests/engines/page.ts";

/** How many rows each store of the app's database has, read past the app; empty ones are left out. */
export const countStores = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const counts: Record<string, number> = {};
    const database = await done(indexedDB.open("enlace"));
    for (const name of database.objectStoreNames) {
      const rows = await done(database.transaction(name).objectStore(name).count());
      if (rows > 0) counts[name] = rows;
    }
    database.close();
    return counts;
  }, null);

/** Runs in the page: the names of all that this origin keeps on the device. */
export const listKept = async (): Promise<readonly string[]> => [
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(await caches.keys()).map((name) => `cache ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker of ${scope}`),
  ...Object.keys(localStorage).map((key) => `choice ${key}`),
  ...Object.keys(sessionStorage).map((key) => `choice of this tab ${key}`),
];

/** The keys of what stands alone in the app's database, such as `lock`; read past the app. */
export const listSingles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const database = await done(indexedDB.open("enlace"));
    const keys = await done(database.transaction("singles").objectStore("singles").getAllKeys());
    database.close();
    return keys.map(String);
  }, null);

/**
 * Opens an age file as a person does in a terminal: `age -d`, which takes a passphrase from a
 * terminal only, and so is given one by `script`. Rejects with what age said.
 */
export const openAge = async (path: string, passphrase: string): Promise<string> => {
  const opened = `${path}.txt`;
  const command = `age -d -o '${opened}' '${path}'`;
  const child = spawn("script", ["-qec", command, "/dev/null"], { stdio: "pipe" });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const hadAsked = said.includes("passphrase");
    said += chunk.toString();
    if (!hadAsked && said.includes("passphrase")) child.stdin.write(`${passphrase}\n`);
  });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(said);
  return readFile(opened, "utf8");
};

/** The addresses that stand in the page's caches, without what tells versions apart. */
export const readPrecache = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(opened.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url.replace(/\?.*$/, ""));
  }, null);
