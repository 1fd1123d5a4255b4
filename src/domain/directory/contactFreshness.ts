import { type Day, daysBetween } from "#domain/instant.ts";
import type { Contact } from "./contact.ts";

/** How far a contact's record can be relied upon on a day. */
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

/** A record that ends within this many days says so. */
export const expiresSoonDays = 30;

/** How far a contact holds on `today`; `expiresOn` itself still counts. */
export const contactFreshness = (contact: Contact, today: Day): ContactFreshness => {
  const { confirmedOn, expiresOn } = contact;
  const daysLeft = daysBetween(today, expiresOn);
  if (daysLeft < 0) return { type: "expired", expiredOn: expiresOn };
  if (confirmedOn === undefined) return { type: "unconfirmed", expiresOn };
  if (daysLeft <= expiresSoonDays) return { type: "expiresSoon", confirmedOn, expiresOn, daysLeft };
  return { type: "fresh", confirmedOn, expiresOn };
};

/** Confirmed and not past its last day. */
export const isReliable = (contact: Contact, today: Day): boolean => {
  const { type } = contactFreshness(contact, today);
  return type === "fresh" || type === "expiresSoon";
};
