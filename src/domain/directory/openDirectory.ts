import { type DeskId, deskToId } from "#domain/desk.ts";
import type { Contact } from "./contact.ts";
import type { Edition } from "./edition.ts";
import {
  type HeldDirectory,
  type PrivateContact,
  type PrivatePart,
  type ReadableDirectory,
  toLockedDirectory,
} from "./readableDirectory.ts";

/**
 * Returns the directory that a device shows with its data key; `part` is the opened private part,
 * if there is one.
 */
export const toOpenDirectory = (
  held: HeldDirectory,
  part: PrivatePart | undefined,
): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return toLockedDirectory(held);
  if (!part) return { edition, privateReading: { type: "missing", counts } };
  const isOlder = closedMissing || part.number !== edition.number;
  return {
    edition: joinEdition(edition, part),
    privateReading: isOlder ? { type: "older", number: part.number } : { type: "whole" },
  };
};

/**
 * Puts private contacts back in their places; restores the whole edition if both parts are of the
 * same one. From an older edition's part, leaves out contacts whose desk no longer exists or that
 * are open now.
 */
export const joinEdition = (open: Edition, { contacts }: PrivatePart): Edition => {
  const isOpen = listOpenIds(open);
  const privateByDesk = new Map<DeskId, PrivateContact[]>();
  for (const hidden of contacts) {
    if (isOpen.has(hidden.contact.id)) continue;
    const id = deskToId(hidden.address);
    privateByDesk.set(id, [...(privateByDesk.get(id) ?? []), hidden]);
  }
  return {
    ...open,
    states: open.states.map((entry) => ({
      ...entry,
      desks: entry.desks.map((desk) => {
        const hidden = privateByDesk.get(deskToId({ state: entry.state, desk: desk.kind }));
        return hidden ? { ...desk, contacts: insertAll(desk.contacts, hidden) } : desk;
      }),
    })),
  };
};

const listOpenIds = ({ states }: Edition): ReadonlySet<string> =>
  new Set(
    states.flatMap(({ desks }) => desks.flatMap(({ contacts }) => contacts.map(({ id }) => id))),
  );

/** Inserts in order of place, so that each contact finds all earlier ones before it. */
const insertAll = (open: readonly Contact[], hidden: readonly PrivateContact[]): Contact[] => {
  const joined = [...open];
  for (const { place, contact } of hidden.toSorted((a, b) => a.place - b.place)) {
    joined.splice(place, 0, contact);
  }
  return joined;
};
