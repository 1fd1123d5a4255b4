import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import type { EnlaceDatabase, PrivateRow, SentRow } from "#storage/database.ts";
import {
  type ArrivedEnvelope,
  type ArrivedNotice,
  listHandovers,
  listNotices,
  listTroubled,
} from "#storage/feed/arrived.ts";
import { listOutbox } from "#storage/outbox/outbox.ts";
import { listSent, listSentOfThread } from "#storage/outbox/sent.ts";
import { findPrivate } from "#storage/privates/privates.ts";

/**
 * The rows that a thread is made of, read in one transaction: a letter that is recorded as queued,
 * but is neither in the outbox nor in `sent`, is really lost, not just read too early.
 */
export type ThreadRows = {
  readonly threads: readonly PrivateRow[];
  readonly replies: readonly PrivateRow[];
  readonly outbox: readonly OutboxEntry[];
  readonly sent: readonly SentRow[];
  readonly notices: readonly ArrivedNotice[];
};

/** All rows that one thread's screen shows. */
export type OneThreadRows = ThreadRows & {
  readonly drafts: readonly PrivateRow[];
  /** The inquiry as it was written here, with the user's notes on it. */
  readonly inquiries: readonly PrivateRow[];
  readonly troubled: readonly ArrivedEnvelope[];
};

/** Reads one thread of one desk. */
export const findThreadRows = (
  database: EnlaceDatabase,
  place: ThreadPlace,
): Promise<OneThreadRows> =>
  database.transaction("r", listThreadTables(database), async () => {
    const key = placeToKey(place);
    const ofDesk = ({ desk }: PrivateRow): boolean => desk === place.desk;
    return {
      threads: await findRow(database, "thread", key),
      replies: await findRow(database, "reply", key),
      drafts: await findRow(database, "draft", place.id),
      inquiries: (await findRow(database, "inquiry", place.id)).filter(ofDesk),
      outbox: (await listOutbox(database)).filter(isOf(place)),
      sent: await listSentOfThread(database, place),
      notices: (await listNotices(database, [place.id])).filter(isOf(place)),
      troubled: (await listTroubled(database)).filter(isOf(place)),
    };
  });

/** Reads the rows under the id of an inquiry that is, or was, written here. */
export const findInquiryRows = (
  database: EnlaceDatabase,
  id: ThreadId,
): Promise<Pick<OneThreadRows, "drafts" | "inquiries">> =>
  database.transaction("r", database.privates, async () => ({
    drafts: await findRow(database, "draft", id),
    inquiries: await findRow(database, "inquiry", id),
  }));

/** Reads threads without reply drafts, inside a transaction over `listThreadTables`. */
export const readThreads = async (
  database: EnlaceDatabase,
  places: readonly ThreadPlace[],
): Promise<Omit<ThreadRows, "replies">> => {
  const keys = places.map((place) => ["thread", placeToKey(place)] as ["thread", string]);
  const threads = await database.privates.bulkGet(keys);
  const ids = places.map(({ id }) => id);
  return {
    threads: threads.filter((row) => row !== undefined),
    outbox: await listOutbox(database),
    sent: await database.sent.where("thread").anyOf(ids).sortBy("sequence"),
    notices: await listNotices(database, ids),
  };
};

export const listThreadTables = ({ privates, outbox, sent, arrived }: EnlaceDatabase) => [
  privates,
  outbox,
  sent,
  arrived,
];

const findRow = async (
  database: EnlaceDatabase,
  kind: PrivateRow["kind"],
  id: string,
): Promise<PrivateRow[]> => {
  const row = await findPrivate(database, kind, id);
  return row ? [row] : [];
};

/** Matches a thread's rows: outbox entries by sender desk, arrivals by receiving desk. */
const isOf =
  ({ id, desk }: ThreadPlace) =>
  (row: { readonly thread: ThreadId | null; readonly desk?: string; readonly from?: string }) =>
    row.thread === id && (row.desk ?? row.from) === desk;

/** Rows that show which letters the desk's other devices have. */
export type HandOverRows = {
  readonly sent: readonly SentRow[];
  readonly handovers: readonly ArrivedEnvelope[];
};

export const listHandOverRows = (database: EnlaceDatabase): Promise<HandOverRows> =>
  database.transaction("r", database.sent, database.arrived, async () => ({
    sent: await listSent(database),
    handovers: await listHandovers(database),
  }));
