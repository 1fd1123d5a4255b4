import { type DeskAddress, deskToId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId, Urgency } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { LetterContent } from "#domain/letter/letter.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { listSeen } from "#domain/thread/threadReading.ts";
import type { DeviceIdentity } from "#sealing/records/identities.ts";
import { findThread } from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import type { OutboxAddition } from "#storage/outbox/outbox.ts";
import { type AuthorError, findAuthor } from "./findAuthor.ts";
import { type QueueOptions, saveQueued } from "./saveQueued.ts";
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

export type LetterToQueue = {
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
