import type { ThreadSources } from "./threadStatus.ts";

/**
 * Letters and receipts without the receipts of what stands in the outbox: a receipt ends its entry
 * (S3), so these are of an endpoint that was restored and has lost the letter (S12).
 */
export const dropLostReceipts = ({
  letters,
  outbox,
  receipts,
}: ThreadSources): Pick<ThreadSources, "letters" | "receipts"> => {
  const waiting = new Set(outbox.map(({ envelopeId }) => envelopeId));
  if (waiting.size === 0) return { letters, receipts };
  return {
    letters: letters.map((kept) =>
      waiting.has(kept.letter.id) ? { ...kept, receipt: null, position: null } : kept,
    ),
    receipts: new Map([...receipts].filter(([id]) => !waiting.has(id))),
  };
};
