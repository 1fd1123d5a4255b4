import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryStep } from "#domain/inquiry/inquiryRecord.ts";
import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";

/** Where the screens of this feature stand, as links name them. */
export const inquiriesHref = "#/inquiries";
export const newInquiryHref = "#/inquiries/new";
/** A draft; once it is queued, its thread is shown in its place. */
export const inquiryHref = (id: ThreadId, step?: InquiryStep): string =>
  step ? `#/inquiries/${id}/${step}` : `#/inquiries/${id}`;
export const threadHref = (place: ThreadPlace): string => `#/inquiries/thread/${placeToKey(place)}`;
export const replyHref = (place: ThreadPlace, kind: ReplyKind): string =>
  `${threadHref(place)}/reply/${kind}`;
/** The sheet for those who are engaged at home. */
export const engageHref = (place: ThreadPlace): string => `${threadHref(place)}/home`;
/** Something that arrived and can't be shown as a letter. */
export const troubledHref = (desk: DeskId, id: EnvelopeId): string =>
  `#/inquiries/troubled/${desk}/${id}`;
