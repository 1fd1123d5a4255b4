import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { distinctPlaces, keyToPlace, type ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, PrivateRow, TouchedRow } from "#storage/database.ts";
import { listServedDesks } from "#storage/desk/enrolments.ts";
import { type ArrivedEnvelope, listTroubled } from "#storage/feed/arrived.ts";
import { listOutbox } from "#storage/outbox/outbox.ts";
import {
  listPrivates,
  listTouched,
  type PrivateWrite,
  writePrivates,
} from "#storage/privates/privates.ts";
import { listThreadTables, readThreads, type ThreadRows } from "./threadRows.ts";

/**
 * The rows that the list of all threads is made from: the sealed summaries, one row for each desk,
 * and in full only the threads whose summary may be out of date.
 */
export type ThreadListRows = Omit<ThreadRows, "replies"> & {
  readonly summaries: readonly PrivateRow[];
  readonly threadCount: number;
  readonly touched: readonly TouchedRow[];
  /** Threads whose rows are in `threads`: touched, in the outbox, or with a troubled arrival. */
  readonly fresh: readonly ThreadPlace[];
  readonly troubled: readonly ArrivedEnvelope[];
  readonly drafts: readonly PrivateRow[];
  /** Threads to which a reply is being written. */
  readonly replying: readonly ThreadPlace[];
};

export const listThreadListRows = (database: EnlaceDatabase): Promise<ThreadListRows> =>
  database.transaction("r", [...listThreadTables(database), database.touched], async () => {
    const [touched, outbox] = [await listTouched(database), await listOutbox(database)];
    const troubled = await listTroubled(database);
    const fresh = listFresh(touched, outbox, troubled);
    return {
      ...(await readThreads(database, fresh)),
      summaries: await listPrivates(database, "summaries"),
      threadCount: await database.privates.where("kind").equals("thread").count(),
      touched,
      fresh,
      troubled,
      drafts: await listPrivates(database, "draft"),
      replying: await listPlaces(database, "reply"),
    };
  });

/** Lists all threads, up to a thousand; a list whose summaries are complete doesn't need this. */
export const listThreadPlaces = (database: EnlaceDatabase): Promise<readonly ThreadPlace[]> =>
  listPlaces(database, "thread");

/** Reads these threads in full, as they are now. */
export const findThreadsInFull = (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<Omit<ThreadRows, "replies">> =>
  database.transaction("r", listThreadTables(database), () => readThreads(database, places));

/**
 * Saves new summaries and removes the touched marks in `made`; skips desks that were revoked
 * meanwhile (S13). Returns false if another tab was first: its summaries are as good.
 */
export const saveSummaries = (
  database: EnlaceDatabase,
  writes: readonly PrivateWrite[],
  made: readonly TouchedRow[],
): Promise<boolean> => {
  const { privates, singles, touched, enrolments } = database;
  return database.transaction("rw", [privates, singles, touched, enrolments], async () => {
    const served = await listServedDesks(database);
    const current = writes.filter(({ row: { desk } }) => desk !== null && served.has(desk));
    const written = await writePrivates(database, current, []);
    if (!written.ok) return false;
    await touched.bulkDelete(made.flatMap(({ number }) => number ?? []));
    return true;
  });
};

const listPlaces = async (
  database: EnlaceDatabase,
  kind: "thread" | "reply",
): Promise<readonly ThreadPlace[]> => {
  const keys = await database.privates.where("kind").equals(kind).primaryKeys();
  return keys.flatMap(([, id]) => keyToPlace(id) ?? []);
};

const listFresh = (
  touched: readonly TouchedRow[],
  outbox: readonly OutboxEntry[],
  troubled: readonly ArrivedEnvelope[],
): readonly ThreadPlace[] =>
  distinctPlaces([
    ...touched,
    ...outbox.map(({ thread: id, from: desk }) => ({ id, desk })),
    ...troubled.flatMap(({ thread: id, desk }) => (id ? { id, desk } : [])),
  ]);
