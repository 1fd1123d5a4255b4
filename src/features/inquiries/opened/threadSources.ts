import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { placeToKey, type ThreadNotice, type ThreadRecord } from "#domain/thread/thread.ts";
import type { ThreadSources } from "#domain/thread/threadStatus.ts";
import type { ThreadRows } from "#storage/threads/threadRows.ts";

/**
 * What the domain judges a thread by, out of everything that was read. The rows are sorted by thread
 * once: a list asks for a thousand.
 */
export const createThreadSources = ({
  outbox,
  sent,
  notices,
}: Pick<ThreadRows, "outbox" | "sent" | "notices">): ((record: ThreadRecord) => ThreadSources) => {
  const outboxByPlace = new Map<string, OutboxEntry[]>();
  for (const entry of outbox) {
    const key = placeToKey({ id: entry.thread, desk: entry.from });
    outboxByPlace.set(key, [...(outboxByPlace.get(key) ?? []), entry]);
  }
  const noticesByEnvelope = new Map<string, ThreadNotice[]>();
  for (const { desk, notice: type, envelopeId: envelope, device, at } of notices) {
    const key = `${desk} ${envelope}`;
    const known = noticesByEnvelope.get(key) ?? [];
    noticesByEnvelope.set(key, [...known, { type, envelope, device, at }]);
  }
  // S12: what stands in the outbox again is held no more, whatever its old receipt says.
  const waiting = new Set(outbox.map(({ envelopeId }) => envelopeId));
  const receipts = new Map<EnvelopeId, Receipt>();
  for (const { envelopeId, receipt } of sent) {
    if (receipt && !waiting.has(envelopeId)) receipts.set(envelopeId, receipt);
  }
  return ({ id, desk, letters }) => ({
    desk,
    letters,
    notices: letters.flatMap(({ letter }) => noticesByEnvelope.get(`${desk} ${letter.id}`) ?? []),
    outbox: outboxByPlace.get(placeToKey({ id, desk })) ?? [],
    receipts,
  });
};
