import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { StorageError } from "#storage/storageError.ts";
import { createPrivateRecords, type FindError, type Kept } from "./privateRecords.ts";

const records = createPrivateRecords<ReplyRecord>("reply", ({ thread, desk }) => ({
  id: placeToKey({ id: thread, desk }),
  desk,
}));

/** Replies that are being written: one for each thread of a desk. */
export const findReplyDraft = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<Kept<ReplyRecord> | undefined, FindError>> =>
  records.find(deps, placeToKey(place));
export const saveReplyDraft = records.save;
export const removeReplyDraft = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<void, StorageError>> => records.remove(deps, placeToKey(place));
/** For a transaction that writes more than this. */
export const planReplyDraftWrite = records.planWrite;
