import type { DeskAddress } from "#domain/desk.ts";
import type { Contact } from "./contact.ts";
import type { Edition, StateEntry } from "./edition.ts";
import { isClosedContact } from "./isClosedContact.ts";

/** A contact and where it stands: its place among all contacts of its desk, the first is 0. */
export type ClosedContact = {
  readonly address: DeskAddress;
  readonly place: number;
  readonly contact: Contact;
};

/** What of an edition lies under the data key. */
export type ClosedPart = {
  /** Of which edition. */
  readonly number: number;
  readonly contacts: readonly ClosedContact[];
};

/** How many closed contacts a desk has; a desk without any has no entry. */
export type ClosedCount = { readonly address: DeskAddress; readonly count: number };

export type SplitEdition = {
  /** The edition without its closed contacts; every State and desk stands in it. */
  readonly open: Edition;
  readonly closed: ClosedPart;
  readonly counts: readonly ClosedCount[];
};

/** Parts an edition into what a locked device may show and what it may not; `joinEdition` undoes it. */
export const splitEdition = (edition: Edition): SplitEdition => {
  const contacts = edition.states.flatMap(listClosed);
  if (contacts.length === 0)
    return { open: edition, closed: { number: edition.number, contacts }, counts: [] };
  return {
    open: { ...edition, states: edition.states.map(withoutClosed) },
    closed: { number: edition.number, contacts },
    counts: edition.states.flatMap(countOfState),
  };
};

const listClosed = ({ state, desks }: StateEntry): readonly ClosedContact[] =>
  desks.flatMap(({ kind, contacts }) =>
    contacts.flatMap((contact, place) =>
      isClosedContact(contact) ? [{ address: { state, desk: kind }, place, contact }] : [],
    ),
  );

const withoutClosed = (entry: StateEntry): StateEntry => ({
  ...entry,
  desks: entry.desks.map((desk) => ({
    ...desk,
    contacts: desk.contacts.filter((contact) => !isClosedContact(contact)),
  })),
});

const countOfState = ({ state, desks }: StateEntry): readonly ClosedCount[] =>
  desks.flatMap(({ kind, contacts }) => {
    const count = contacts.filter(isClosedContact).length;
    return count === 0 ? [] : [{ address: { state, desk: kind }, count }];
  });
