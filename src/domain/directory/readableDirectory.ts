import type { DeskAddress, DeskKind, StateCode } from "#domain/desk.ts";
import { type Contact, isPrivateContact } from "./contact.ts";
import type { Edition, StateEntry } from "./edition.ts";

/** An edition as a device stores it. */
export type HeldDirectory = {
  /** Without its private contacts. */
  readonly edition: Edition;
  readonly closedCounts: readonly PrivateCount[];
  /** True if they are not on this device, because nobody could seal them when they arrived. */
  readonly closedMissing: boolean;
};

/** How much of a directory's private contacts can be read now. */
export type PrivateReading =
  /** The edition has none. */
  | { readonly type: "none" }
  /** All are in their places. */
  | { readonly type: "whole" }
  /** An older edition's are shown: nobody could seal this one's when they arrived. */
  | { readonly type: "older"; readonly number: number }
  | {
      /**
       * `locked`: sealed under the data key. `unfetched`: to be fetched after unlocking. `missing`:
       * unlocked, but not on this device.
       */
      readonly type: "locked" | "unfetched" | "missing";
      readonly counts: readonly PrivateCount[];
    };

/** The directory as far as it can be read now. */
export type ReadableDirectory = {
  readonly edition: Edition;
  readonly privateReading: PrivateReading;
};

/** Returns the directory that a device shows without its data key. */
export const toLockedDirectory = (held: HeldDirectory): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return { edition, privateReading: { type: "none" } };
  return { edition, privateReading: { type: closedMissing ? "unfetched" : "locked", counts } };
};

/** Counts the contacts that can't be read now: in all, of a State, or of one of its desks. */
export const countHidden = (
  privateReading: PrivateReading,
  state?: StateCode,
  desk?: DeskKind,
): number =>
  "counts" in privateReading
    ? privateReading.counts
        .filter(({ address }) => state === undefined || address.state === state)
        .filter(({ address }) => desk === undefined || address.desk === desk)
        .reduce((sum, { count }) => sum + count, 0)
    : 0;

/** A contact and its index among all contacts of its desk, beginning with 0. */
export type PrivateContact = {
  readonly address: DeskAddress;
  readonly place: number;
  readonly contact: Contact;
};

/** The part of an edition that is sealed under the data key. */
export type PrivatePart = {
  /** The number of its edition. */
  readonly number: number;
  readonly contacts: readonly PrivateContact[];
};

/** How many private contacts a desk has; a desk without any has no entry. */
type PrivateCount = { readonly address: DeskAddress; readonly count: number };

export type SplitEdition = {
  /** The edition without its private contacts, but with every State and desk. */
  readonly open: Edition;
  readonly privatePart: PrivatePart;
  readonly counts: readonly PrivateCount[];
};

/** Splits an edition into its open and its private part; `joinEdition` undoes it. */
export const splitEdition = (edition: Edition): SplitEdition => {
  const contacts = edition.states.flatMap(listPrivate);
  if (contacts.length === 0)
    return { open: edition, privatePart: { number: edition.number, contacts }, counts: [] };
  return {
    open: { ...edition, states: edition.states.map(withoutPrivate) },
    privatePart: { number: edition.number, contacts },
    counts: edition.states.flatMap(countOfState),
  };
};

const listPrivate = ({ state, desks }: StateEntry): readonly PrivateContact[] =>
  desks.flatMap(({ kind, contacts }) =>
    contacts.flatMap((contact, place) =>
      isPrivateContact(contact) ? [{ address: { state, desk: kind }, place, contact }] : [],
    ),
  );

const withoutPrivate = (entry: StateEntry): StateEntry => ({
  ...entry,
  desks: entry.desks.map((desk) => ({
    ...desk,
    contacts: desk.contacts.filter((contact) => !isPrivateContact(contact)),
  })),
});

const countOfState = ({ state, desks }: StateEntry): readonly PrivateCount[] =>
  desks.flatMap(({ kind, contacts }) => {
    const count = contacts.filter(isPrivateContact).length;
    return count === 0 ? [] : [{ address: { state, desk: kind }, count }];
  });
