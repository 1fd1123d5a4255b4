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

/** How to reach the sender: by e-mail, telephone or both. */
export const ReplyTo = v.pipe(
  v.strictObject({ email: v.optional(EmailAddress), phone: v.optional(PhoneNumber) }),
  v.check((ways) => ways.email !== undefined || ways.phone !== undefined),
);

/** The sender and how to reach that person, as typed: the same in an inquiry and in a reply. */
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

/** The fields of both forms that identify the sender. */
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
    // One of the two is enough; if both are missing, the first is reported.
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

/** Converts a draft's sender so far; leaves out an invalid e-mail address or number. */
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

/** Converts a letter's sender back to typed form, for a letter that is rewritten. */
export const senderToDraft = (
  { name, affiliation }: v.InferOutput<typeof Sender>,
  { email = "", phone = "" }: Partial<v.InferOutput<typeof ReplyTo>>,
): SenderDraft => ({
  senderName: name,
  senderAffiliation: affiliation,
  replyEmail: email,
  replyPhone: phone,
});
