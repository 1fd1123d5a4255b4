import type { Dexie } from "dexie";

/**
 * Aborts what is under way when the page is left and the browser keeps it for "Back". WebKit
 * freezes such a page with its transactions, and they hold up every page opened next: 17 of 60
 * pages read for ever. What was not written then is lost as in a kill, whole or not at all.
 * Call it before the database is opened.
 */
export const abortOnLeaving = (database: Dexie): void => {
  if (!("onpagehide" in globalThis)) return;
  const underWay = new Set<IDBTransaction>();
  database.use({
    stack: "dbcore",
    name: "abortOnLeaving",
    create: (core) => ({
      ...core,
      transaction: (...wanted) => {
        const transaction = core.transaction(...wanted);
        // Dexie's own type hides that it hands on the browser's transaction.
        follow(underWay, transaction as unknown as IDBTransaction);
        return transaction;
      },
    }),
  });
  globalThis.addEventListener("pagehide", (event) => {
    if (!("persisted" in event) || !event.persisted) return;
    for (const transaction of underWay) abort(transaction);
  });
};

const follow = (underWay: Set<IDBTransaction>, transaction: IDBTransaction): void => {
  underWay.add(transaction);
  const handleEnd = (): void => void underWay.delete(transaction);
  transaction.addEventListener("complete", handleEnd);
  transaction.addEventListener("abort", handleEnd);
};

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch {
    // It ended between the last event and now.
  }
};
