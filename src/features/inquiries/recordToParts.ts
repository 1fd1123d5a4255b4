import { contentToParts, draftToParts, type InquiryParts } from "#domain/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";

/** What an inquiry says: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);
