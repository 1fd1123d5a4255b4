import { deskToId } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { createPrivateRecords } from "./privateRecords.ts";

const records = createPrivateRecords<InquiryRecord>("inquiry", ({ id, draft }) => ({
  id,
  desk: draft.from ? deskToId(draft.from) : null,
}));

/** Inquiries that this device has queued, with what was said about them: calls, other ways. */
export const findInquiry = records.find;
export const saveInquiry = records.save;
/** For a transaction that writes more than this. */
export const planInquiryWrite = records.planWrite;
