import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryStep } from "#domain/inquiryRecord.ts";
import type { ReplyKind } from "#domain/replyDraft.ts";

/** Where the screens of this feature stand, as links name them. */
export const inquiriesHref = "#/inquiries";
export const newInquiryHref = "#/inquiries/new";
/** A draft; once it is queued, its thread is shown in its place. */
export const inquiryHref = (id: ThreadId, step?: InquiryStep): string =>
  step ? `#/inquiries/${id}/${step}` : `#/inquiries/${id}`;
export const threadHref = (id: ThreadId): string => `#/inquiries/thread/${id}`;
export const replyHref = (id: ThreadId, kind: ReplyKind): string =>
  `#/inquiries/thread/${id}/reply/${kind}`;
/** The sheet for those who are engaged at home. */
export const engageHref = (id: ThreadId): string => `#/inquiries/thread/${id}/home`;
/** Something that arrived and can't be shown as a letter. */
export const troubledHref = (desk: DeskId, id: EnvelopeId): string =>
  `#/inquiries/troubled/${desk}/${id}`;
