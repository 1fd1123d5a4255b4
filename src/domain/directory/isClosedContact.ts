import type { Contact } from "./contact.ts";

/**
 * Whether a contact may be read only while the device is unlocked: if it says so, or if it names a
 * person. An office's line may always be read.
 */
export const isClosedContact = ({ closed, person }: Contact): boolean =>
  closed === true || person !== undefined;
