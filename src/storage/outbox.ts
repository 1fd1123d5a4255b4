import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryContent } from "#domain/inquiry.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import { mayBeHeld, type OutboxEntry, type OutboxState } from "#domain/outboxEntry.ts";
import type { Receipt } from "#domain/receipt.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { EnlaceDatabase } from "./database.ts";

/** An entry before it has its place in the queue. */
export type OutboxAddition = Omit<OutboxEntry, "sequence" | "state">;

/** In the order in which they were queued. */
export const listOutbox = (database: EnlaceDatabase): Promise<OutboxEntry[]> =>
  database.outbox.orderBy("sequence").toArray();

export const countOutbox = (database: EnlaceDatabase): Promise<number> => database.outbox.count();

/** S1: the inquiry is marked as queued and its envelope is in the outbox, or neither. */
export const queueInquiry = (
  database: EnlaceDatabase,
  id: ThreadId,
  content: InquiryContent,
  addition: OutboxAddition,
): Promise<Result<void, { type: "inquiryNoDraft" }>> =>
  database.transaction("rw", database.inquiries, database.outbox, async () => {
    const record = await database.inquiries.get(id);
    if (record?.progress.type !== "draft") return err({ type: "inquiryNoDraft" as const });
    const { envelopeId, queuedAt } = addition;
    await database.inquiries.put({
      ...record,
      changedAt: queuedAt,
      progress: { type: "queued", envelopeId, content, queuedAt },
    });
    await addEntry(database, addition);
    return ok(undefined);
  });

/** The entry, now on its way, or undefined if it was taken back meanwhile. */
export const saveOnItsWay = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  since: Instant,
): Promise<OutboxEntry | undefined> =>
  database.transaction("rw", database.outbox, async () => {
    const entry = await database.outbox.get(id);
    if (!entry) return undefined;
    const taken: OutboxEntry = {
      ...entry,
      state: { type: "onItsWay", since, tries: countTries(entry.state) + 1 },
    };
    await database.outbox.put(taken);
    return taken;
  });

/** Writes what became of a try. Nothing happens to an entry that was taken back meanwhile. */
export const saveOutboxState = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  state: OutboxState,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    await database.outbox.update(id, { state });
  });

/** S3: the one way out. The caller has checked `isReceiptFor`; the inquiry learns of it here. */
export const saveReceipt = (
  database: EnlaceDatabase,
  thread: ThreadId,
  receipt: Receipt,
): Promise<void> =>
  database.transaction("rw", database.inquiries, database.outbox, async () => {
    await database.outbox.delete(receipt.id);
    const record = await database.inquiries.get(thread);
    const progress = record && addReceipt(record.progress, receipt);
    if (record && progress) {
      await database.inquiries.put({ ...record, changedAt: receipt.heldAt, progress });
    }
  });

/**
 * S10, while the endpoint can't hold it: the entry is gone and the inquiry is a draft again. Refused
 * once it may have been received.
 */
export const takeBackUnheld = (
  database: EnlaceDatabase,
  id: ThreadId,
  now: Instant,
): Promise<Result<void, { type: "inquiryTried" }>> =>
  database.transaction("rw", database.inquiries, database.outbox, async () => {
    const record = await database.inquiries.get(id);
    if (record?.progress.type !== "queued") return err({ type: "inquiryTried" as const });
    const entry = await database.outbox.get(record.progress.envelopeId);
    if (!entry || mayBeHeld(entry)) return err({ type: "inquiryTried" as const });
    await database.outbox.delete(entry.envelopeId);
    await database.inquiries.put({ ...record, changedAt: now, progress: { type: "draft" } });
    return ok(undefined);
  });

/**
 * S10, after a try: the inquiry's own envelope, if it is still here, is not tried again, and a
 * withdrawal takes its place in the queue.
 */
export const queueWithdrawal = (
  database: EnlaceDatabase,
  id: ThreadId,
  addition: OutboxAddition,
): Promise<Result<void, { type: "inquiryNotSent" }>> =>
  database.transaction("rw", database.inquiries, database.outbox, async () => {
    const record = await database.inquiries.get(id);
    const before = record?.progress;
    if (!record || (before?.type !== "queued" && before?.type !== "held")) {
      return err({ type: "inquiryNotSent" as const });
    }
    const { envelopeId, content, queuedAt } = before;
    await database.outbox.delete(envelopeId);
    await database.inquiries.put({
      ...record,
      changedAt: addition.queuedAt,
      progress: {
        type: "withdrawn",
        envelopeId,
        content,
        queuedAt,
        withdrawnAt: addition.queuedAt,
        withdrawalId: addition.envelopeId,
        ...(before.type === "held" ? { receipt: before.receipt } : {}),
      },
    });
    await addEntry(database, addition);
    return ok(undefined);
  });

/** The person's own "try now": whatever it waited for, it is due. A first try stays a first try. */
export const releaseEntry = (
  database: EnlaceDatabase,
  id: EnvelopeId,
  now: Instant,
): Promise<void> =>
  database.transaction("rw", database.outbox, async () => {
    const entry = await database.outbox.get(id);
    if (entry) await database.outbox.put({ ...entry, state: toDue(entry.state, now) });
  });

/** Deletes an inquiry and whatever of it still waits; the screen has said what may have arrived. */
export const removeWithOutbox = (database: EnlaceDatabase, id: ThreadId): Promise<void> =>
  database.transaction("rw", database.inquiries, database.outbox, async () => {
    await database.outbox.where("thread").equals(id).delete();
    await database.inquiries.delete(id);
  });

/** Inside a transaction over the outbox: what a 401 had paused for this desk is due again. */
export const resumePaused = async (database: EnlaceDatabase, desk: DeskId): Promise<void> => {
  const paused = await database.outbox.filter((entry) => entry.from === desk).toArray();
  await database.outbox.bulkPut(
    paused
      .filter((entry) => entry.state.type === "paused")
      .map((entry) => ({ ...entry, state: toDue(entry.state, entry.queuedAt) })),
  );
};

/** How often it was tried in a row; a first try that was refused counts for nothing. */
export const countTries = (state: OutboxState): number => {
  switch (state.type) {
    case "queued":
      return 0;
    case "needsAttention":
      return state.tries > 1 ? state.tries : 0;
    case "onItsWay":
    case "waiting":
    case "paused":
      return state.tries;
  }
};

const toDue = (state: OutboxState, now: Instant): OutboxState =>
  state.type === "queued"
    ? state
    : {
        type: "waiting",
        tries: countTries(state),
        lastTriedAt: now,
        dueAt: now,
        failure: state.type === "waiting" ? state.failure : { type: "notReached" },
      };

const addEntry = async (database: EnlaceDatabase, addition: OutboxAddition): Promise<void> => {
  const last = await database.outbox.orderBy("sequence").last();
  await database.outbox.add({
    ...addition,
    sequence: (last?.sequence ?? 0) + 1,
    state: { type: "queued" },
  });
};

const addReceipt = (
  progress: InquiryRecord["progress"],
  receipt: Receipt,
): InquiryRecord["progress"] | undefined => {
  switch (progress.type) {
    case "draft":
      return undefined;
    case "queued":
    case "held":
      return progress.envelopeId === receipt.id
        ? { ...progress, type: "held", receipt }
        : undefined;
    case "withdrawn":
      if (progress.withdrawalId === receipt.id) return { ...progress, withdrawalReceipt: receipt };
      return progress.envelopeId === receipt.id ? { ...progress, receipt } : undefined;
  }
};
