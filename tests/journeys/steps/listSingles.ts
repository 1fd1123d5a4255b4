import type { Page } from "#tests/engines/page.ts";

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
