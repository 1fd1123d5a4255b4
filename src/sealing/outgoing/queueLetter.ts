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
import { type FindError, maxAttempts } from "#sealing/records/privateRecords.ts";
import { findThread, planThreadWrite } from "#sealing/records/records.ts";
import type { DeviceIdentity } from "#sealing/vault/privateValues.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { findDeskEnrolment } from "#storage/desk/enrolments.ts";
import {
  type OutboxAddition,
  type QueueRefusal,
  queueEnvelope,
  queueWithdrawal,
} from "#storage/outbox/outbox.ts";
import type { PrivateRemove, PrivateWrite } from "#storage/privates/privates.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { type SealError, type SealedLetter, type SignedLetter, sealLetter } from "./sealLetter.ts";

/** The reasons why a letter could not be signed and sealed. */
export type PrepareLetterError =
  | AuthorError
  | SealError
  | { readonly type: "queueNeedsStorage" }
  | { readonly type: "noEndpoint" };

/** `privateChanged`: another tab has written a row that was to be saved with the letter. */
export type SaveLetterError = FindError | QueueRefusal;

export type QueueLetterError = PrepareLetterError | SaveLetterError;

type LetterToQueue = {
  readonly thread: ThreadId;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly urgency: Urgency;
  readonly content: LetterContent;
  readonly replaces?: EnvelopeId;
};

/**
 * S1. Signs, seals and queues a letter: it is in both its thread and the outbox, or nothing has
 * changed. Resolves as soon as it is on the disk, without using the network.
 */
export const queueLetter = async (
  deps: SealingDeps,
  letter: LetterToQueue,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const prepared = await prepareLetter(deps, letter);
  return prepared.ok ? saveLetter(deps, prepared.value, {}) : prepared;
};

/** A letter that is signed and sealed, but not queued yet: nothing on the device has changed. */
export type PreparedLetter = { readonly written: SignedLetter; readonly entry: OutboxAddition };

/** Signs and seals a letter, so that no cryptography is left for the transaction that queues it. */
export const prepareLetter = async (
  deps: SealingDeps,
  letter: LetterToQueue,
): Promise<Result<PreparedLetter, PrepareLetterError>> => {
  if (!deps.lasting) return err({ type: "queueNeedsStorage" });
  if (deps.endpointUrl === null) return err({ type: "noEndpoint" });
  const author = await findAuthor(deps, letter.from);
  if (!author.ok) return author;
  const written = await writeLetter(deps, author.value, letter);
  if (!written.ok) return written;
  const sealed = await sealLetter(deps.database, written.value, author.value);
  if (!sealed.ok) return sealed;
  const entry = sealedToAddition(written.value, sealed.value, deps.clock());
  return ok({ written: written.value, entry });
};

/** Changes saved together with a letter; each row names the `rev` that was read. */
export type LetterChanges = {
  readonly privates?: readonly PrivateWrite[];
  readonly removes?: readonly PrivateRemove[];
  /** S10: the envelope that this letter withdraws, and that leaves the outbox for it. */
  readonly withdraws?: EnvelopeId;
};

/**
 * S1. Saves the letter in its thread, its outbox entry, and `changes`: all in one transaction, or
 * none. If another tab wrote to the thread in between, adds the letter to the current thread. If it
 * wrote to a row of `changes`, returns `privateChanged`.
 */
export const saveLetter = async (
  deps: PrivateDeps,
  prepared: PreparedLetter,
  changes: LetterChanges,
): Promise<Result<EnvelopeId, SaveLetterError>> => {
  const { entry } = prepared;
  let triedRev: number | undefined;
  for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
    const threads = await planThreads(deps, prepared);
    if (!threads.ok) return threads;
    const rev = threads.value[0]?.expectedRev;
    const isThreadUnchanged = attempts > 0 && rev === triedRev;
    if (isThreadUnchanged) break;
    const saved = await saveOnce(deps.database, entry, changes, threads.value);
    if (!saved.ok) return saved;
    if (saved.value.ok) return ok(entry.envelopeId);
    if (saved.value.error.type !== "privateChanged") return saved.value;
    triedRev = rev;
  }
  return err({ type: "privateChanged" });
};

const saveOnce = (
  database: EnlaceDatabase,
  entry: OutboxAddition,
  { privates = [], removes = [], withdraws }: LetterChanges,
  threads: readonly PrivateWrite[],
): Promise<Result<Result<void, QueueRefusal>, StorageError>> => {
  const queueing = { entry, privates: [...privates, ...threads], removes };
  return tryStorage(() =>
    withdraws === undefined
      ? queueEnvelope(database, queueing)
      : queueWithdrawal(database, withdraws, queueing),
  );
};

/**
 * Plans the write of the letter's thread, with the letter added; empty for a handover, which
 * belongs to no thread.
 */
const planThreads = async (
  deps: PrivateDeps,
  { written, entry }: PreparedLetter,
): Promise<Result<readonly PrivateWrite[], FindError>> => {
  if (entry.kind === "handover") return ok([]);
  const place = { id: entry.thread, desk: entry.from };
  const found = await findThread(deps, place);
  if (!found.ok) return found;
  const kept: KeptLetter = { ...written, position: null, receipt: null, queuedAt: entry.queuedAt };
  const letters = mergeLetters([...(found.value?.value.letters ?? []), kept], new Map());
  const thread: ThreadRecord = { ...place, letters };
  const write = await planThreadWrite(deps.vault, thread, found.value?.rev ?? 0);
  return write.ok ? ok([write.value]) : write;
};

/** Signs a letter with this device's key; lists the thread's letters that it had seen. */
const writeLetter = async (
  deps: SealingDeps,
  author: DeviceIdentity,
  { thread, from, to, urgency, content, replaces }: LetterToQueue,
): Promise<Result<SignedLetter, AuthorError>> => {
  const seed = base64urlToBytes(author.signingSeed);
  if (!seed) return err({ type: "deskNotEnrolled" });
  const found = await findThread(deps, { id: thread, desk: deskToId(from) });
  if (!found.ok) return found;
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
  const seen = listSeen(found.value?.value.letters ?? [], unseen.kind);
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

/** Finds the keys with which this device writes for a desk; `deskNotEnrolled` if it has none. */
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
