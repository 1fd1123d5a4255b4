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
