import type { Profile } from "#domain/device/profile.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { Language } from "#domain/language.ts";
import type { ReplyDraft, ReplyKind } from "./replyDraft.ts";

export type ReplyStart = {
  readonly kind: ReplyKind;
  readonly profile: Profile;
  /** The inquiry of the thread, where it is here. */
  readonly inquiry: InquiryContent | undefined;
  /** The device's own zone. */
  readonly zone: string;
  /** The writer's language: free text is tagged with it until the writer says otherwise. */
  readonly language: Language;
};

/**
 * An empty reply with what the device knows already. It starts with the inquiry's mark: a reply
 * speaks of what that mark protects, and its writer may change it.
 */
export const createReplyDraft = (start: ReplyStart): ReplyDraft => {
  const { kind, profile, inquiry, zone, language } = start;
  return {
    kind,
    estimateLocal: "",
    estimateZone: zone,
    askedBack: [],
    text: { text: "", language },
    ...(inquiry ? { mark: inquiry.mark } : {}),
    senderName: profile.name,
    senderAffiliation: profile.affiliation,
    replyEmail: profile.replyEmail,
    replyPhone: profile.replyPhone,
  };
};
