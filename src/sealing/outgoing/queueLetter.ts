import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId, Urgency } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { mergeLetters } from "#domain/thread/mergeLetters.ts";
import type { KeptLetter, ThreadRecord } from "#domain/thread/thread.ts";
import { listSeen } from "#domain/thread/threadReading.ts";
import { findIdentity } from "#sealing/records/identities.ts";
import type { FindError } from "#sealing/records/privateRecords.ts";
import { findThread, planThreadWrite } from "#sealing/records/records.ts";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import { findDeskEnrolment } from "#storage/desk/enrolments.ts";
import { type OutboxAddition, queueEnvelope, queueWithdrawal } from "#storage/outbox/outbox.ts";
import type { PrivateRemove, PrivateWrite } from "#storage/privates/privates.ts";
import { tryStorage } from "#storage/storageError.ts";
import { type SealError, type SealedLetter, type SignedLetter, sealLetter } from "./sealLetter.ts";

export type QueueLetterError =
  | AuthorError
  | SealError
  | { readonly type: "queueNeedsStorage" }
  | { readonly type: "noEndpoint" }
  | { readonly type: "inquiryNoDraft" }
  | { readonly type: "inquiryNotSent" }
  | { readonly type: "replyNoDraft" }
  | { readonly type: "threadUnknown" }
  /** Other tabs wrote the same again and again. */
  | { readonly type: "privateChanged" };

type LetterToQueue = {
  readonly thread: ThreadId;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly urgency: Urgency;
  readonly content: LetterContent;
  readonly replaces?: EnvelopeId;
};

/**
 * S1. Signs, seals and queues what a person wrote: it stands in its thread and in the outbox, or
 * nothing has changed. All cryptography is done before the one transaction opens. Comes back as soon
 * as it is on the disk; the network is not asked.
 */
export const queueLetter = async (
  deps: SealingDeps,
  letter: LetterToQueue,
  options: QueueOptions = {},
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  if (!deps.lasting) return err({ type: "queueNeedsStorage" });
  if (deps.endpointUrl === null) return err({ type: "noEndpoint" });
  const author = await findAuthor(deps, letter.from);
  if (!author.ok) return author;
  const written = await writeLetter(deps, author.value, letter);
  if (!written.ok) return written;
  const sealed = await sealLetter(deps.database, written.value, author.value);
  if (!sealed.ok) return sealed;
  const entry = sealedToAddition(written.value, sealed.value, deps.clock());
  const saved = await saveQueued(deps, written.value, entry, options);
  return saved.ok ? ok(entry.envelopeId) : saved;
};

/** As signed by this device, with what it had seen of the thread. */
const writeLetter = async (
  deps: SealingDeps,
  author: DeviceIdentity,
  { thread, from, to, urgency, content, replaces }: LetterToQueue,
): Promise<Result<SignedLetter, QueueLetterError>> => {
  const seed = base64urlToBytes(author.signingSeed);
  if (!seed) return err({ type: "deskNotEnrolled" });
  const held = await findThread(deps, { id: thread, desk: deskToId(from) });
  if (!held.ok) return held;
  const head = {
    id: deps.newId() as EnvelopeId,
    thread,
    from,
    to,
    urgency,
    author: author.device,
    writtenAt: msToInstant(deps.clock()),
    seen: [],
    replaces,
  };
  const unseen = createLetter(head, content);
  const seen = listSeen(held.value?.value.letters ?? [], unseen.kind);
  const letter = { ...unseen, seen: [...seen] };
  return ok({ letter, signed: signText(seed, "letter", JSON.stringify(letter)) });
};

const sealedToAddition = (
  { letter }: SignedLetter,
  { bytes, digest, sealedTo }: SealedLetter,
  nowMs: number,
): OutboxAddition => ({
  envelopeId: letter.id,
  thread: letter.thread,
  kind: letter.kind,
  from: deskToId(letter.from),
  to: deskToId(letter.to),
  sealedTo,
  bytes,
  digests: [digest],
  queuedAt: msToInstant(nowMs),
});

export type AuthorError = FindError | { readonly type: "deskNotEnrolled" };

/** The keys with which this device writes for a desk; `deskNotEnrolled` if it does not. */
export const findAuthor = async (
  deps: PrivateDeps,
  desk: DeskAddress,
): Promise<Result<DeviceIdentity, AuthorError>> => {
  const enrolment = await tryStorage(() => findDeskEnrolment(deps.database, desk));
  if (!enrolment.ok) return enrolment;
  if (!enrolment.value) return err({ type: "deskNotEnrolled" });
  const identity = await findIdentity(deps, enrolment.value.device);
  if (!identity.ok) return identity;
  return identity.value ? ok(identity.value.value) : err({ type: "deskNotEnrolled" });
};

export type PrivateChanges = {
  readonly privates: readonly PrivateWrite[];
  readonly removes: readonly PrivateRemove[];
};

type QueueOptions = {
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
const maxAttempts = 8;

/** S1. The letter in its thread, what changes besides, and the entry: one transaction. */
const saveQueued = async (
  deps: PrivateDeps,
  written: SignedLetter,
  entry: OutboxAddition,
  options: QueueOptions,
): Promise<Result<void, QueueLetterError>> => {
  for (let tries = 0; tries < maxAttempts; tries += 1) {
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
