import { idToDesk } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { type FindError, retryChanged } from "#sealing/records/privateRecords.ts";
import { findInquiry, findThread, planInquiryWrite } from "#sealing/records/records.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { type OutboxAddition, replaceSealed } from "#storage/outbox/outbox.ts";
import { findSent } from "#storage/outbox/sent.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import { tryStorage } from "#storage/storageError.ts";
import {
  type AuthorError,
  findAuthor,
  prepareLetter,
  type QueueLetterError,
  saveLetter,
} from "./queueLetter.ts";
import { type SealError, sealLetter } from "./sealLetter.ts";

export type SendAgainError = QueueLetterError | { readonly type: "threadUnknown" };

/**
 * Sends a letter that nobody can open any more (`recipientsGone`) again, to the devices that are
 * valid today, as a new letter that replaces it. Any device of the desk may do so, even if another
 * wrote the first.
 */
export const sendAgain = async (
  deps: SealingDeps,
  place: ThreadPlace,
  id: EnvelopeId,
): Promise<Result<EnvelopeId, SendAgainError>> => {
  const found = await findThread(deps, place);
  if (!found.ok) return found;
  const kept = found.value?.value.letters.find(({ letter }) => letter.id === id);
  if (!kept) return err({ type: "threadUnknown" });
  const { from, to, urgency, content } = kept.letter;
  const letter = { thread: place.id, from, to, urgency, content, replaces: id };
  const prepared = await prepareLetter(deps, letter);
  if (!prepared.ok) return prepared;
  return retryChanged<EnvelopeId, SendAgainError>(async () => {
    const inquiries = await planInquiries(deps, prepared.value.entry, id);
    return inquiries.ok
      ? saveLetter(deps, prepared.value, { privates: inquiries.value })
      : inquiries;
  });
};

/** Plans the update of an inquiry written on this device: it names its new envelope. */
const planInquiries = async (
  deps: PrivateDeps,
  { thread, envelopeId }: OutboxAddition,
  replaced: EnvelopeId,
): Promise<Result<readonly PrivateWrite[], FindError>> => {
  const found = await findInquiry(deps, thread);
  if (!found.ok) return found;
  const progress = found.value?.value.progress;
  if (!found.value || progress?.type !== "queued" || progress.envelopeId !== replaced) {
    return ok([]);
  }
  const inquiry = { ...found.value.value, progress: { ...progress, envelopeId } };
  const write = await planInquiryWrite(deps.vault, inquiry, found.value.rev);
  return write.ok ? ok([write.value]) : write;
};

export type SealAgainError =
  | AuthorError
  | SealError
  | { readonly type: "threadUnknown" }
  /** The endpoint holds it by now, or it was taken back. */
  | { readonly type: "entryGone" };

/**
 * S11. Seals the same letter again under the same id, to the devices that are valid today, and
 * makes it due. Keeps the old digests: a receipt for any of them is a receipt for this letter (S2).
 */
export const sealAgain = async (
  deps: PrivateDeps,
  id: EnvelopeId,
): Promise<Result<void, SealAgainError>> => {
  const { database } = deps;
  const sent = await tryStorage(() => findSent(database, id));
  if (!sent.ok) return sent;
  if (!sent.value) return err({ type: "entryGone" });
  const thread = await findThread(deps, { id: sent.value.thread, desk: sent.value.from });
  if (!thread.ok) return thread;
  const kept = thread.value?.value.letters.find(({ letter }) => letter.id === id);
  if (!kept) return err({ type: "threadUnknown" });
  const author = await findAuthor(deps, idToDesk(sent.value.from));
  if (!author.ok) return author;
  const sealed = await sealLetter(database, kept, author.value);
  if (!sealed.ok) return sealed;
  const replaced = await tryStorage(() => replaceSealed(database, id, sealed.value));
  if (!replaced.ok) return replaced;
  return replaced.value ? ok(undefined) : err({ type: "entryGone" });
};
