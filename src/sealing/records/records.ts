import { deskToId } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { createPrivateRecords } from "./privateRecords.ts";

const records = createPrivateRecords<InquiryRecord>("draft", ({ id, draft }) => ({
  id,
  desk: draft.from ? deskToId(draft.from) : null,
}));

/** Inquiries that are being written, under the id of the thread that they will begin. */
export const listDrafts = records.list;
export const findDraft = records.find;
export const saveDraft = records.save;
export const removeDraft = records.remove;
/** For a transaction that writes more than this. */
export const planDraftWrite = records.planWrite;
