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
 * What the list of all threads is made from: the sealed summaries, one row of them for each desk, and
 * in full only the threads whose summary may be out of date.
 */
export type ThreadListRows = Omit<ThreadRows, "replies"> & {
  readonly summaries: readonly PrivateRow[];
  /** How many threads there are. */
  readonly threadCount: number;
  readonly touched: readonly TouchedRow[];
  /** Whose rows are among `threads`: touched, in the outbox, or with something that did not open. */
  readonly fresh: readonly ThreadPlace[];
  readonly troubled: readonly ArrivedEnvelope[];
  readonly drafts: readonly PrivateRow[];
  /** To which a reply is being written. */
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

/** All threads that there are: a thousand names, which a list without holes does not look at. */
export const listThreadPlaces = (database: EnlaceDatabase): Promise<readonly ThreadPlace[]> =>
  listPlaces(database, "thread");

/** Those threads in full, as they stand now. */
export const findThreadsInFull = (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<Omit<ThreadRows, "replies">> =>
  database.transaction("r", listThreadTables(database), () => readThreads(database, places));

/**
 * Saves new summaries and removes the marks that they were made after; nothing of a desk that was
 * revoked meanwhile (S13). False if another tab was first: its summaries are as good.
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
