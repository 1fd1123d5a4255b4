import type { DeskAddress } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import type { Edition } from "#domain/directory/edition.ts";

/** The contacts of a desk in the held directory, the preferred one first. */
export const listContacts = (
  edition: Edition | undefined,
  desk: DeskAddress | undefined,
): readonly Contact[] =>
  edition?.states
    .find(({ state }) => state === desk?.state)
    ?.desks.find(({ kind }) => kind === desk?.desk)?.contacts ?? [];
