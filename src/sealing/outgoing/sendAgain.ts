import { idToDesk } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { findInquiry, findThread, planInquiryWrite } from "#sealing/records/records.ts";
import type { PrivateDeps, SealingDeps } from "#sealing/vault/useSealing.ts";
import { replaceSealed } from "#storage/outbox/outbox.ts";
import { findSent } from "#storage/outbox/sent.ts";
import { tryStorage } from "#storage/storageError.ts";
import {
  findAuthor,
  type PrivateChanges,
  type QueueLetterError,
  queueLetter,
} from "./queueLetter.ts";
import { sealLetter } from "./sealLetter.ts";

/**
 * What nobody can open any more (`recipientsGone`), said again to the devices that count today, in a
 * new letter that replaces it. Any of the desk's devices may, whoever wrote the first.
 */
export const sendAgain = async (
  deps: SealingDeps,
  place: ThreadPlace,
  id: EnvelopeId,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const found = await findThread(deps, place);
  if (!found.ok) return found;
  const kept = found.value?.value.letters.find(({ letter }) => letter.id === id);
  if (!kept) return err({ type: "threadUnknown" });
  const { from, to, urgency, content } = kept.letter;
  return queueLetter(
    deps,
    { thread: place.id, from, to, urgency, content, replaces: id },
    { planBesides: ({ envelopeId }) => planInquiry(deps, place.id, id, envelopeId) },
  );
};

/** An inquiry that was written on this device says under which id it stands now. */
const planInquiry = async (
  deps: SealingDeps,
  thread: ThreadId,
  replaced: EnvelopeId,
  envelopeId: EnvelopeId,
): Promise<Result<PrivateChanges, QueueLetterError>> => {
  const held = await findInquiry(deps, thread);
  if (!held.ok) return held;
  const progress = held.value?.value.progress;
  if (!held.value || progress?.type !== "queued" || progress.envelopeId !== replaced) {
    return ok({ privates: [], removes: [] });
  }
  const inquiry = { ...held.value.value, progress: { ...progress, envelopeId } };
  const write = await planInquiryWrite(deps.vault, inquiry, held.value.rev);
  return write.ok ? ok({ privates: [write.value], removes: [] }) : write;
};

type SealAgainError =
  | QueueLetterError
  /** It is held by now, or was taken back. */
  | { readonly type: "entryGone" };

/**
 * S11. The same letter under the same id, sealed to the devices that count today, and due. Its old
 * digests stay: a receipt for any of them is one for it (S2).
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
