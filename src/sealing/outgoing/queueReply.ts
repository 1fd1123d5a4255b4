import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { ReplyContent } from "#domain/letter/parseReplyDraft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import { findReplyDraft } from "#sealing/records/records.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { planReply } from "./planReply.ts";
import { type QueueLetterError, queueLetter } from "./queueLetter.ts";

/**
 * S1. The thread's reply draft becomes a letter to the other desk, or stays a draft. `replyNoDraft`
 * if another tab was first, `privateChanged` if one wrote more to it meanwhile.
 */
export const queueReply = async (
  deps: SealingDeps,
  place: ThreadPlace,
  content: ReplyContent,
): Promise<Result<EnvelopeId, QueueLetterError>> => {
  const read = await findReplyDraft(deps, place);
  if (!read.ok) return read;
  const places = await planReply(deps, place);
  if (!places.ok) return places;
  const { own, other, urgency } = places.value;
  return queueLetter(
    deps,
    { thread: place.id, from: own, to: other, urgency, content },
    {
      planBesides: async () => {
        const draft = await findReplyDraft(deps, place);
        if (!draft.ok) return draft;
        if (!draft.value) return err({ type: "replyNoDraft" });
        // What was written since isn't in `content`, and would go with the draft.
        const { rev: expectedRev } = draft.value;
        if (expectedRev !== read.value?.rev) return err({ type: "privateChanged" });
        return ok({
          privates: [],
          removes: [{ kind: "reply", id: placeToKey(place), expectedRev }],
        });
      },
    },
  );
};
