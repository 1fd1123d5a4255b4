import type { ThreadId } from "#domain/envelope.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import { type ArrivedEnvelope, type ArrivedNotice, listNotices, listTroubled } from "./arrived.ts";
import type { EnlaceDatabase, PrivateRow, SentRow } from "./database.ts";
import { listOutbox } from "./outbox.ts";
import { findPrivate, listPrivates } from "./privates.ts";
import { listSent, listSentOfThread } from "./sent.ts";

/**
 * What threads are made of, read in one transaction: a letter that its thread says is queued, and
 * that stands neither in the outbox nor among what was sent, is lost, and not just read too early.
 */
export type ThreadRows = {
  readonly threads: readonly PrivateRow[];
  readonly drafts: readonly PrivateRow[];
  readonly replies: readonly PrivateRow[];
  /** Own inquiries with what was noted about them. */
  readonly inquiries: readonly PrivateRow[];
  readonly outbox: readonly OutboxEntry[];
  readonly sent: readonly SentRow[];
  readonly notices: readonly ArrivedNotice[];
  readonly troubled: readonly ArrivedEnvelope[];
  /** By which a colleague's device, or this one, handed threads on within the desk. */
  readonly handovers: readonly ArrivedEnvelope[];
};

/** All threads. Own inquiries' notes are left out: a list shows nothing of them. */
export const listThreadRows = (database: EnlaceDatabase): Promise<ThreadRows> =>
  database.transaction("r", listTables(database), async () => ({
    threads: await listPrivates(database, "thread"),
    drafts: await listPrivates(database, "draft"),
    replies: await listPrivates(database, "reply"),
    inquiries: [],
    outbox: await listOutbox(database),
    sent: await listSent(database),
    notices: await listNotices(database),
    troubled: await listTroubled(database),
    handovers: await listHandovers(database),
  }));

/** One thread. The notices are those of all: they name envelopes only. */
export const findThreadRows = (database: EnlaceDatabase, id: ThreadId): Promise<ThreadRows> =>
  database.transaction("r", listTables(database), async () => {
    const find = async (kind: PrivateRow["kind"]): Promise<PrivateRow[]> => {
      const row = await findPrivate(database, kind, id);
      return row ? [row] : [];
    };
    return {
      threads: await find("thread"),
      drafts: await find("draft"),
      replies: await find("reply"),
      inquiries: await find("inquiry"),
      outbox: (await listOutbox(database)).filter(({ thread }) => thread === id),
      sent: await listSentOfThread(database, id),
      notices: await listNotices(database),
      troubled: (await listTroubled(database)).filter(({ thread }) => thread === id),
      handovers: [],
    };
  });

const listHandovers = async (database: EnlaceDatabase): Promise<ArrivedEnvelope[]> => {
  const opened = await database.arrived.where("state").equals("opened").toArray();
  return opened.filter(
    (row): row is ArrivedEnvelope => row.state !== "notice" && row.kind === "handover",
  );
};

const listTables = ({ privates, outbox, sent, arrived }: EnlaceDatabase) => [
  privates,
  outbox,
  sent,
  arrived,
];
