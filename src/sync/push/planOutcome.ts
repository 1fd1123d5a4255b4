import type { OutboxEntry, OutboxState, PushFailure } from "#domain/envelope/outboxEntry.ts";
import { isReceiptFor, type Receipt } from "#domain/envelope/receipt.ts";
import { type Instant, instantToMs, msToInstant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { CallAnswer, CallFailure } from "#sync/endpoint/endpointClient.ts";
import { planBackoff } from "./planPush.ts";

/** The result of one attempt: a receipt that completes the entry, or its next state. */
export type PushOutcome =
  | { readonly type: "held"; readonly receipt: Receipt }
  | { readonly type: "kept"; readonly state: OutboxState };

export type PushTry = {
  readonly entry: OutboxEntry;
  readonly tries: number;
  readonly now: Instant;
  readonly random: number;
};

/**
 * S2, S3, S4: the only code that judges an answer. Only a receipt for this entry completes it. If the
 * answer isn't the protocol's own, the entry is tried again; 401 pauses it; any other refusal needs a
 * person.
 */
export const planOutcome = (
  attempt: PushTry,
  answer: Result<CallAnswer<Receipt>, CallFailure>,
): PushOutcome => {
  if (answer.ok) {
    return answer.value.type === "answered"
      ? judgeReceipt(attempt, answer.value.value)
      : wait(attempt, { type: "receiptMismatch" }, null);
  }
  const failure = answer.error;
  if (failure.type !== "refused") return wait(attempt, failure, null);
  const { httpStatus, error, retryAfterMs } = failure;
  if (httpStatus === 408 || httpStatus === 429 || httpStatus >= 500) {
    const busy: PushFailure = {
      type: "endpointBusy",
      httpStatus,
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
    };
    return wait(attempt, busy, retryAfterMs);
  }
  if (httpStatus === 401) {
    return { type: "kept", state: { type: "paused", since: attempt.now, tries: attempt.tries } };
  }
  if (error.type === "idTaken" && isOwn(attempt.entry, error.receipt)) {
    return { type: "held", receipt: error.receipt };
  }
  const refusal = { type: error.type, httpStatus };
  const { now: since, tries } = attempt;
  return { type: "kept", state: { type: "needsAttention", since, tries, refusal } };
};

const judgeReceipt = (attempt: PushTry, receipt: Receipt): PushOutcome =>
  isOwn(attempt.entry, receipt)
    ? { type: "held", receipt }
    : wait(attempt, { type: "receiptMismatch" }, null);

const isOwn = (entry: OutboxEntry, receipt: Receipt): boolean =>
  isReceiptFor(receipt, entry.envelopeId, entry.digests);

const wait = (attempt: PushTry, failure: PushFailure, retryAfterMs: number | null): PushOutcome => {
  const delayMs = planBackoff(attempt.tries, attempt.random, retryAfterMs);
  return {
    type: "kept",
    state: {
      type: "waiting",
      tries: attempt.tries,
      lastTriedAt: attempt.now,
      dueAt: msToInstant(instantToMs(attempt.now) + delayMs),
      failure,
    },
  };
};
