import type { Contact } from "#domain/contact.ts";
import { contactToVcard, type VcardTexts } from "#domain/contactToVcard.ts";
import type { Instant } from "#domain/instant.ts";

/** Hands a contact to the phone's own contacts as a file. */
export const downloadVcard = (contact: Contact, texts: VcardTexts, issuedAt: Instant): void => {
  const card = contactToVcard(contact, texts, issuedAt);
  const address = URL.createObjectURL(new Blob([card], { type: "text/vcard;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${contact.id}.vcf`;
  link.click();
  // Safari reads the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
