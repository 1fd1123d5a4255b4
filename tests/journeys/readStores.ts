import type { Page } from "../engines/page.ts";

/** How many rows each store of Enlace's database holds; `singles`: the keys of what stands alone. */
export type Stores = Readonly<Record<string, number>> & { readonly singles: readonly string[] };

/** Empty if there is no database. */
export const readStores = (page: Page): Promise<Stores> => page.evaluate(countRows, "enlace");

/** Runs in the page. */
const countRows = async (name: string): Promise<Stores> => {
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
  const known = await indexedDB.databases();
  if (!known.some((database) => database.name === name)) return { singles: [] } as never;
  const database = await settle(indexedDB.open(name));
  const counts: Record<string, number> = {};
  for (const store of database.objectStoreNames) {
    counts[store] = await settle(database.transaction(store).objectStore(store).count());
  }
  const singles = await settle(database.transaction("singles").objectStore("singles").getAllKeys());
  database.close();
  return { ...counts, singles: singles.map(String) } as never;
};
