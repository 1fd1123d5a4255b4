import type { DeskKind } from "#domain/desk.ts";
import type { Contact } from "#domain/directory/contact.ts";
import type { Edition, StateEntry } from "#domain/directory/edition.ts";

export type FoundContact = {
  readonly entry: StateEntry;
  readonly desk: DeskKind;
  readonly contact: Contact;
};

/** A contact of a State by its id; undefined where this edition has none such. */
export const findContact = (
  edition: Edition,
  state: string,
  id: string,
): FoundContact | undefined => {
  const entry = edition.states.find((one) => one.state === state);
  for (const { kind, contacts } of entry?.desks ?? []) {
    const contact = contacts.find((one) => one.id === id);
    if (entry && contact) return { entry, desk: kind, contact };
  }
  return undefined;
};
