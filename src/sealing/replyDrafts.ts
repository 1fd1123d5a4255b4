import type { ReplyRecord } from "#domain/replyDraft.ts";
import { createPrivateRecords } from "./privateRecords.ts";

const records = createPrivateRecords<ReplyRecord>("reply", ({ thread, desk }) => ({
  id: thread,
  desk,
}));

/** Replies that are being written: one for each thread, under its id. */
export const findReplyDraft = records.find;
export const saveReplyDraft = records.save;
export const removeReplyDraft = records.remove;
/** For a transaction that writes more than this. */
export const planReplyDraftWrite = records.planWrite;
