import { draftToParts, type InquiryParts } from "#domain/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";

/** What an inquiry says: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);

/** A finished inquiry as what a text is made of. */
export const contentToParts = (
  content: Extract<InquiryRecord["progress"], { type: "queued" }>["content"],
): InquiryParts => {
  const { replyTo } = content;
  return {
    ...content,
    replyTo: {
      ...(replyTo.email === undefined ? {} : { email: replyTo.email }),
      ...(replyTo.phone === undefined ? {} : { phone: replyTo.phone }),
    },
  };
};
