import type { InquiryProgress } from "./inquiryRecord.ts";
import type { Instant } from "./instant.ts";
import type { OutboxEntry, PushFailure, PushRefusal } from "./outboxEntry.ts";
import type { Receipt } from "./receipt.ts";

/**
 * Where something that was queued stands. `whileClosed` says whether it goes though Enlace is
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
  /** Queued by its record, but not in the outbox: never shown as sent, never hidden. */
  | { readonly type: "lost" };

export type WhileClosed = "goesByItself" | "goesWhenOpened";

export type InquiryStatus =
  | { readonly type: "draft" }
  | { readonly type: "sending"; readonly queuedAt: Instant; readonly sending: SendingStatus }
  | {
      readonly type: "withdrawn";
      readonly queuedAt: Instant;
      readonly withdrawnAt: Instant;
      /** The endpoint's receipt for the inquiry itself, if it ever came. */
      readonly receipt: Receipt | undefined;
      /** How far the word that takes it back has gone. */
      readonly withdrawal: SendingStatus;
    };

/** What may be said of an inquiry, from its record and the outbox as read in one transaction. */
export const inquiryStatus = (
  progress: InquiryProgress,
  outbox: readonly OutboxEntry[],
  canSendWhenClosed: boolean,
): InquiryStatus => {
  const whileClosed = canSendWhenClosed ? "goesByItself" : "goesWhenOpened";
  const find = (id: string) => outbox.find((entry) => entry.envelopeId === id);
  switch (progress.type) {
    case "draft":
      return { type: "draft" };
    case "queued": {
      const sending = entryToStatus(find(progress.envelopeId), whileClosed);
      return { type: "sending", queuedAt: progress.queuedAt, sending };
    }
    case "held": {
      const { queuedAt, receipt } = progress;
      return { type: "sending", queuedAt, sending: { type: "held", receipt } };
    }
    case "withdrawn": {
      const { queuedAt, withdrawnAt, receipt, withdrawalReceipt, withdrawalId } = progress;
      const withdrawal: SendingStatus = withdrawalReceipt
        ? { type: "held", receipt: withdrawalReceipt }
        : entryToStatus(find(withdrawalId), whileClosed);
      return { type: "withdrawn", queuedAt, withdrawnAt, receipt, withdrawal };
    }
  }
};

const entryToStatus = (entry: OutboxEntry | undefined, whileClosed: WhileClosed): SendingStatus => {
  if (!entry) return { type: "lost" };
  const { state } = entry;
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
