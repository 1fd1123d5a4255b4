import { ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { planReply } from "./planReply.ts";
import type { QueueLetterError } from "./queueLetter.ts";
import { queueNote } from "./queueNote.ts";

/** Tells one's own desk what of a thread was read; nothing goes if nothing is new. */
export const markRead = async (
  deps: SealingDeps,
  thread: ThreadPlace,
): Promise<Result<void, QueueLetterError>> => {
  const places = await planReply(deps, thread);
  if (!places.ok) return places;
  const read = listUnread(places.value.record).map(({ letter }) => letter.id);
  if (read.length === 0) return ok(undefined);
  const queued = await queueNote(deps, places.value, { read, engaged: [] });
  return queued.ok ? ok(undefined) : queued;
};
