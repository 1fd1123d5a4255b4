import type { Engagement } from "#domain/letter/replies.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { planReply } from "./planReply.ts";
import type { QueueLetterError } from "./queueLetter.ts";
import { queueNote } from "./queueNote.ts";

/** Tells one's own desk whom one has engaged at home, or not any more. */
export const saveEngagement = async (
  deps: SealingDeps,
  thread: ThreadPlace,
  engaged: { readonly who: Engagement; readonly done: boolean },
): Promise<Result<void, QueueLetterError>> => {
  const places = await planReply(deps, thread);
  if (!places.ok) return places;
  const queued = await queueNote(deps, places.value, { read: [], engaged: [engaged] });
  return queued.ok ? ok(undefined) : queued;
};
