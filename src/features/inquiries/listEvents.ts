import type { Instant } from "#domain/instant.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";

export type InquiryEvent =
  | { readonly type: "created"; readonly at: Instant }
  | { readonly type: "queued"; readonly at: Instant }
  | {
      readonly type: "tried";
      readonly at: Instant;
      readonly tries: number;
      readonly failure: { type: string };
    }
  | { readonly type: "trying"; readonly at: Instant }
  | { readonly type: "paused"; readonly at: Instant }
  | { readonly type: "refused"; readonly at: Instant; readonly refusal: { type: string } }
  | { readonly type: "held"; readonly at: Instant; readonly number: string }
  | { readonly type: "withdrawn"; readonly at: Instant }
  | { readonly type: "withdrawalHeld"; readonly at: Instant; readonly number: string };

/**
 * What happened, in the order of causes: the endpoint's clock and this device's may disagree, and
 * no clock decides what came first (S8).
 */
export const listEvents = ({ record, outbox }: InquiryState): readonly InquiryEvent[] => {
  const { progress, createdAt } = record;
  const created: InquiryEvent = { type: "created", at: createdAt };
  if (progress.type === "draft") return [created];
  const begun: readonly InquiryEvent[] = [created, { type: "queued", at: progress.queuedAt }];
  const tries = (id: string) => outbox.filter((entry) => entry.envelopeId === id).flatMap(toEvent);
  switch (progress.type) {
    case "queued":
      return [...begun, ...tries(progress.envelopeId)];
    case "held":
      return [...begun, toHeld(progress.receipt)];
    case "withdrawn": {
      const { receipt, withdrawnAt, withdrawalId, withdrawalReceipt } = progress;
      return [
        ...begun,
        ...(receipt ? [toHeld(receipt)] : []),
        { type: "withdrawn", at: withdrawnAt },
        ...tries(withdrawalId),
        ...(withdrawalReceipt
          ? [{ ...toHeld(withdrawalReceipt), type: "withdrawalHeld" as const }]
          : []),
      ];
    }
  }
};

const toHeld = (receipt: { readonly heldAt: Instant; readonly number: string }) => ({
  type: "held" as const,
  at: receipt.heldAt,
  number: receipt.number,
});

const toEvent = ({ state }: OutboxEntry): readonly InquiryEvent[] => {
  switch (state.type) {
    case "queued":
      return [];
    case "onItsWay":
      return [{ type: "trying", at: state.since }];
    case "waiting": {
      const { lastTriedAt: at, tries, failure } = state;
      return tries > 0 ? [{ type: "tried", at, tries, failure }] : [];
    }
    case "paused":
      return [{ type: "paused", at: state.since }];
    case "needsAttention":
      return [{ type: "refused", at: state.since, refusal: state.refusal }];
  }
};
