import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryStep } from "#domain/inquiryRecord.ts";

/** Where the screens of this feature stand, as links name them. */
export const inquiriesHref = "#/inquiries";
export const newInquiryHref = "#/inquiries/new";
export const inquiryHref = (id: ThreadId, step?: InquiryStep): string =>
  step ? `#/inquiries/${id}/${step}` : `#/inquiries/${id}`;
export const receivedHref = (desk: DeskId, id: EnvelopeId): string =>
  `#/inquiries/received/${desk}/${id}`;
