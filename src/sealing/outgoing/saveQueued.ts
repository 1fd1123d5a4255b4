import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { mergeLetters } from "#domain/thread/mergeLetters.ts";
import type { KeptLetter, ThreadRecord } from "#domain/thread/thread.ts";
import { findThread, planThreadWrite } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { type OutboxAddition, queueEnvelope, queueWithdrawal } from "#storage/outbox/outbox.ts";
import type { PrivateRemove, PrivateWrite } from "#storage/privates/privates.ts";
import { tryStorage } from "#storage/storageError.ts";
import type { QueueLetterError } from "./queueLetter.ts";
import type { SignedLetter } from "./sealLetter.ts";

export type PrivateChanges = {
  readonly privates: readonly PrivateWrite[];
  readonly removes: readonly PrivateRemove[];
};

export type QueueOptions = {
  /** What changes with it in the same transaction; read anew when another tab was in between. */
  readonly planBesides?: (
    entry: OutboxAddition,
  ) => Promise<Result<PrivateChanges, QueueLetterError>>;
  /** S10: the envelope that this one takes back, and whose place it takes in the queue. */
  readonly withdraws?: EnvelopeId;
  /** A handover belongs to no thread. */
  readonly isWithoutThread?: boolean;
};

/** Other tabs write to the same thread now and then; not as often as this. */
const mostTries = 8;

/** S1. The letter in its thread, what changes besides, and the entry: one transaction. */
export const saveQueued = async (
  deps: PrivateDeps,
  written: SignedLetter,
  entry: OutboxAddition,
  options: QueueOptions,
): Promise<Result<void, QueueLetterError>> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const changes = await planChanges(deps, written, entry, options);
    if (!changes.ok) return changes;
    const queueing = { entry, ...changes.value };
    const saved = await tryStorage(() =>
      options.withdraws
        ? queueWithdrawal(deps.database, options.withdraws, queueing)
        : queueEnvelope(deps.database, queueing),
    );
    if (!saved.ok) return saved;
    if (saved.value.ok) return ok(undefined);
    if (saved.value.error.type === "deskNotEnrolled") return saved.value;
  }
  return err({ type: "privateChanged" });
};

const planChanges = async (
  deps: PrivateDeps,
  written: SignedLetter,
  entry: OutboxAddition,
  options: QueueOptions,
): Promise<Result<PrivateChanges, QueueLetterError>> => {
  const besides = (await options.planBesides?.(entry)) ?? ok({ privates: [], removes: [] });
  if (!besides.ok || options.isWithoutThread) return besides;
  const place = { id: entry.thread, desk: entry.from };
  const held = await findThread(deps, place);
  if (!held.ok) return held;
  const kept: KeptLetter = { ...written, position: null, receipt: null, queuedAt: entry.queuedAt };
  const letters = mergeLetters([...(held.value?.value.letters ?? []), kept], new Map());
  const thread: ThreadRecord = { ...place, letters };
  const write = await planThreadWrite(deps.vault, thread, held.value?.rev ?? 0);
  if (!write.ok) return write;
  return ok({ ...besides.value, privates: [...besides.value.privates, write.value] });
};
