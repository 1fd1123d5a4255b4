import type { DeskAddress, DeskKind, StateCode } from "#domain/desk.ts";
import { type Contact, isClosedContact } from "./contact.ts";
import type { Edition, StateEntry } from "./edition.ts";

/** An edition as a device holds it. */
export type HeldDirectory = {
  /** Without its closed contacts. */
  readonly edition: Edition;
  readonly closedCounts: readonly ClosedCount[];
  /** They are not on this device: they came while nobody could seal them. */
  readonly closedMissing: boolean;
};

/** What can be read of a directory's closed contacts now. */
export type ClosedReading =
  /** The edition has none. */
  | { readonly type: "none" }
  /** All stand in their places. */
  | { readonly type: "whole" }
  /** Those of an older edition stand there: this one's came while nobody could seal them. */
  | { readonly type: "older"; readonly number: number }
  | {
      /** Under the passphrase; fetched once it is typed; or unlocked, and yet not here. */
      readonly type: "locked" | "unfetched" | "missing";
      readonly counts: readonly ClosedCount[];
    };

/** The directory as far as it can be read now. */
export type ReadableDirectory = { readonly edition: Edition; readonly closed: ClosedReading };

/** What a device shows without its data key. */
export const toLockedDirectory = (held: HeldDirectory): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return { edition, closed: { type: "none" } };
  return { edition, closed: { type: closedMissing ? "unfetched" : "locked", counts } };
};

/** How many contacts can't be read now: in all, of a State, or of one of its desks. */
export const countHidden = (closed: ClosedReading, state?: StateCode, desk?: DeskKind): number =>
  "counts" in closed
    ? closed.counts
        .filter(({ address }) => state === undefined || address.state === state)
        .filter(({ address }) => desk === undefined || address.desk === desk)
        .reduce((sum, { count }) => sum + count, 0)
    : 0;

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
type ClosedCount = { readonly address: DeskAddress; readonly count: number };

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
