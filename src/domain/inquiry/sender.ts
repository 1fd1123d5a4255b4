import * as v from "valibot";
import type { Profile } from "#domain/device/profile.ts";
import { EmailAddress, PhoneNumber } from "#domain/directory/contact.ts";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";
import { type FormField, findTooLong } from "./formField.ts";

const nameMaxLength = 200;

const affiliationMaxLength = 300;

/** Who writes a letter. */
export const Sender = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(nameMaxLength)),
  affiliation: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(affiliationMaxLength)),
});

/** How the sender is reached: at least one of the two ways. */
export const ReplyTo = v.pipe(
  v.strictObject({ email: v.optional(EmailAddress), phone: v.optional(PhoneNumber) }),
  v.check((ways) => ways.email !== undefined || ways.phone !== undefined),
);

/** Who writes, and how that person is reached, as typed: the same in an inquiry and in a reply. */
export type SenderDraft = {
  readonly senderName: string;
  readonly senderAffiliation: string;
  readonly replyEmail: string;
  /** As typed, spaces and all. */
  readonly replyPhone: string;
};

export const createSenderDraft = (profile: Profile): SenderDraft => ({
  senderName: profile.name,
  senderAffiliation: profile.affiliation,
  replyEmail: profile.replyEmail,
  replyPhone: profile.replyPhone,
});

/** The fields of both forms that say who writes. */
export const senderFields = {
  name: {
    name: "senderName",
    isMissing: ({ senderName }) => !senderName.trim(),
    findFault: ({ senderName }) => findTooLong(senderName, nameMaxLength),
  },
  affiliation: {
    name: "senderAffiliation",
    isMissing: ({ senderAffiliation }) => !senderAffiliation.trim(),
    findFault: ({ senderAffiliation }) => findTooLong(senderAffiliation, affiliationMaxLength),
  },
  email: {
    name: "replyEmail",
    // One of the two is enough, and the first of them says so.
    isMissing: ({ replyEmail, replyPhone }) => !replyEmail.trim() && !replyPhone.trim(),
    findFault: ({ replyEmail }) =>
      !replyEmail.trim() || v.is(EmailAddress, replyEmail.trim())
        ? undefined
        : { type: "invalidEmail" },
  },
  phone: {
    name: "replyPhone",
    findFault: ({ replyPhone }) =>
      !replyPhone.trim() || parsePhoneNumber(replyPhone).ok ? undefined : { type: "invalidPhone" },
  },
} as const satisfies Record<string, FormField<SenderDraft>>;

export type SenderParts = {
  readonly sender: { readonly name: string; readonly affiliation: string };
  readonly replyTo: { readonly email?: string; readonly phone?: string };
};

/** The sender as far as the draft says who it is; a way that does not hold is left out. */
export const draftToSender = (draft: SenderDraft): SenderParts => {
  const email = draft.replyEmail.trim();
  const phone = parsePhoneNumber(draft.replyPhone);
  return {
    sender: { name: draft.senderName.trim(), affiliation: draft.senderAffiliation.trim() },
    replyTo: {
      ...(v.is(EmailAddress, email) ? { email } : {}),
      ...(phone.ok ? { phone: phone.value } : {}),
    },
  };
};

/** A letter's sender as typed: the way back, for a letter that is written again. */
export const senderToDraft = (
  { name, affiliation }: v.InferOutput<typeof Sender>,
  { email = "", phone = "" }: Partial<v.InferOutput<typeof ReplyTo>>,
): SenderDraft => ({
  senderName: name,
  senderAffiliation: affiliation,
  replyEmail: email,
  replyPhone: phone,
});
