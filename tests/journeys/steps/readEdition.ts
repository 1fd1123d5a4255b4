import type { Page } from "#tests/engines/page.ts";

export type HeldEdition = { readonly number: number; readonly signature: string };

/** The directory that the device holds, read past the app. */
export const readEdition = (page: Page): Promise<HeldEdition> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const database = await done(indexedDB.open("enlace"));
    const row = await done(database.transaction("editions").objectStore("editions").get("held"));
    database.close();
    return { number: row.edition.number, signature: row.signature };
  }, null);
