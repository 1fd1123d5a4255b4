import { distinctPlaces, type ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, TouchedRow } from "#storage/database.ts";

/**
 * Inside the transaction that changes anything a thread's state is told by: its summary is out of
 * date from here on. What stands in the outbox needs no such mark: it is always looked at anew.
 */
export const touchThreads = async (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<void> => {
  // So that a transaction which touches none need not be over the table.
  if (places.length === 0) return;
  await database.touched.bulkAdd(distinctPlaces(places));
};

export const listTouched = (database: EnlaceDatabase): Promise<TouchedRow[]> =>
  database.touched.toArray();
