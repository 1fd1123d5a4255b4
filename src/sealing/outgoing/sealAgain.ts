import { idToDesk } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { findThread } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { replaceSealed } from "#storage/outbox/outbox.ts";
import { findSent } from "#storage/outbox/sent.ts";
import { tryStorage } from "#storage/storageError.ts";
import { findAuthor } from "./findAuthor.ts";
import type { QueueLetterError } from "./queueLetter.ts";
import { sealLetter } from "./sealLetter.ts";

export type SealAgainError =
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
