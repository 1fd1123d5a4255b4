import type { Contact } from "#domain/directory/contact.ts";
import { contactToVcard, type VcardTexts } from "#domain/directory/contactToVcard.ts";
import type { Instant } from "#domain/instant.ts";
import { downloadText } from "#ui/browser/downloadFile.ts";

/** Downloads a contact as a file for the phone's own address book. */
export const downloadVcard = (contact: Contact, texts: VcardTexts, issuedAt: Instant): void => {
  downloadText(`${contact.id}.vcf`, "text/vcard", contactToVcard(contact, texts, issuedAt));
};
