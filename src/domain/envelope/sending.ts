import type { Instant } from "#domain/instant.ts";
import type { EnvelopeId } from "./envelope.ts";
import type { OutboxEntry, PushFailure, PushRefusal } from "./outboxEntry.ts";
import type { Receipt, Receipts } from "./receipt.ts";

/**
 * The status of a queued envelope. `whileClosed` tells whether it can be sent while Enlace is
 * closed: only where the platform has Background Sync. A status is never better than the truth.
 */
export type SendingStatus =
  | { readonly type: "queued"; readonly whileClosed: WhileClosed }
  | { readonly type: "onItsWay"; readonly since: Instant; readonly tries: number }
  | {
      readonly type: "waiting";
      readonly tries: number;
      readonly lastTriedAt: Instant;
      readonly dueAt: Instant;
      readonly failure: PushFailure;
      readonly whileClosed: WhileClosed;
    }
  /** The endpoint no longer knows this device. */
  | { readonly type: "paused"; readonly since: Instant }
  | { readonly type: "needsAttention"; readonly since: Instant; readonly refusal: PushRefusal }
  | { readonly type: "held"; readonly receipt: Receipt }
  /** Recorded as queued, but not in the outbox: never shown as sent, never hidden. */
  | { readonly type: "lost" };

export type WhileClosed = "goesByItself" | "goesWhenOpened";

/**
 * Returns the sending status of any envelope of this device, an inquiry's or a reply's. A receipt
 * ends its entry (S3): an envelope with both is in the queue again, because the endpoint has lost
 * it (S12).
 */
export const envelopeToSending = (
  id: EnvelopeId,
  outbox: readonly OutboxEntry[],
  receipts: Receipts,
  whileClosed: WhileClosed,
): SendingStatus => {
  const entry = outbox.find(({ envelopeId }) => envelopeId === id);
  if (entry) return entryToStatus(entry, whileClosed);
  const receipt = receipts.get(id);
  return receipt ? { type: "held", receipt } : { type: "lost" };
};

const entryToStatus = ({ state }: OutboxEntry, whileClosed: WhileClosed): SendingStatus => {
  switch (state.type) {
    case "queued":
      return { type: "queued", whileClosed };
    case "waiting":
      return { ...state, whileClosed };
    case "paused":
      return { type: "paused", since: state.since };
    case "needsAttention":
      return { type: "needsAttention", since: state.since, refusal: state.refusal };
    case "onItsWay":
      return state;
  }
};
