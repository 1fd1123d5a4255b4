import { contentToParts, draftToParts, type InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";

/** What an inquiry says: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);
