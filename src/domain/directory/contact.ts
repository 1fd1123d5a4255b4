import * as v from "valibot";
import { Day, daysBetween } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";

const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** `HH:MM` on a 24-hour clock in the contact's own zone. */
const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** ISO 8601: Monday is 1, Sunday is 7. */
const Weekday = v.picklist([1, 2, 3, 4, 5, 6, 7]);

/** One span of a week. `from` is before `to`; a night shift is two spans. */
export type OpenSpan = v.InferOutput<typeof OpenSpan>;

export const OpenSpan = v.pipe(
  v.strictObject({
    weekdays: v.pipe(v.array(Weekday), v.minLength(1)),
    from: ClockTime,
    to: v.union([ClockTime, v.literal("24:00")]),
  }),
  v.check((span) => span.from < span.to),
);

/** When an office answers: around the clock, in spans of its own week, or unknown. */
export type WorkingHours = v.InferOutput<typeof WorkingHours>;

export const WorkingHours = v.variant("type", [
  v.strictObject({ type: v.literal("always") }),
  v.strictObject({ type: v.literal("weekly"), spans: v.pipe(v.array(OpenSpan), v.minLength(1)) }),
  v.strictObject({ type: v.literal("unknown") }),
]);

/** E.164: `+` and 7 to 15 digits, no spaces. */
export const PhoneNumber = v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/));

export const EmailAddress = v.pipe(v.string(), v.maxLength(254), v.email());

/** An IANA time zone: `America/Santiago`. Never an offset. */
export const ZoneName = v.pipe(v.string(), v.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/));

/**
 * One way to reach a desk: an office, and a person only if the State names one. The record says who
 * confirmed it, when, and until when it is valid (after RFC 9116 `Expires`). A contact from an
 * older list that its State has not confirmed yet has neither `confirmedBy` nor `confirmedOn`.
 */
export type Contact = v.InferOutput<typeof Contact>;

export const Contact = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
    office: shortText,
    person: v.optional(shortText),
    /** Not readable while the device is locked. Without it, `isPrivateContact` decides. */
    closed: v.optional(v.literal(true)),
    institution: shortText,
    phones: v.array(PhoneNumber),
    emails: v.array(EmailAddress),
    languages: v.array(LanguageCode),
    zone: ZoneName,
    hours: WorkingHours,
    confirmedBy: v.optional(shortText),
    confirmedOn: v.optional(Day),
    /** The last day on which the record is valid. */
    expiresOn: Day,
  }),
  v.check((contact) => (contact.confirmedBy === undefined) === (contact.confirmedOn === undefined)),
);

/** How reliable a contact's record is on a day. */
export type ContactFreshness =
  | { readonly type: "fresh"; readonly confirmedOn: Day; readonly expiresOn: Day }
  | {
      readonly type: "expiresSoon";
      readonly confirmedOn: Day;
      readonly expiresOn: Day;
      readonly daysLeft: number;
    }
  | { readonly type: "unconfirmed"; readonly expiresOn: Day }
  | { readonly type: "expired"; readonly expiredOn: Day };

/** A record that expires within this many days is shown as expiring soon. */
const expiresSoonDays = 30;

/** Returns how reliable a contact is on `today`; `expiresOn` itself is still a valid day. */
export const contactFreshness = (contact: Contact, today: Day): ContactFreshness => {
  const { confirmedOn, expiresOn } = contact;
  const daysLeft = daysBetween(today, expiresOn);
  if (daysLeft < 0) return { type: "expired", expiredOn: expiresOn };
  if (confirmedOn === undefined) return { type: "unconfirmed", expiresOn };
  if (daysLeft <= expiresSoonDays) return { type: "expiresSoon", confirmedOn, expiresOn, daysLeft };
  return { type: "fresh", confirmedOn, expiresOn };
};

/** Tells whether a contact is confirmed and has not expired. */
export const isReliable = (contact: Contact, today: Day): boolean => {
  const { type } = contactFreshness(contact, today);
  return type === "fresh" || type === "expiresSoon";
};

/**
 * Tells whether a contact may be read only while the device is unlocked: if it is marked so, or
 * names a person. An office's contact may always be read.
 */
export const isPrivateContact = ({ closed, person }: Contact): boolean =>
  closed === true || person !== undefined;
