import { type DeskId, deskToId } from "#domain/desk.ts";
import type { Contact } from "./contact.ts";
import type { Edition } from "./edition.ts";
import {
  type ClosedContact,
  type ClosedPart,
  type HeldDirectory,
  type ReadableDirectory,
  toLockedDirectory,
} from "./readableDirectory.ts";

/** What a device shows with its data key; `part` is what that opened, if it opened anything. */
export const toOpenDirectory = (
  held: HeldDirectory,
  part: ClosedPart | undefined,
): ReadableDirectory => {
  const { edition, closedCounts: counts, closedMissing } = held;
  if (counts.length === 0) return toLockedDirectory(held);
  if (!part) return { edition, closed: { type: "missing", counts } };
  const isOlder = closedMissing || part.number !== edition.number;
  return {
    edition: joinEdition(edition, part),
    closed: isOlder ? { type: "older", number: part.number } : { type: "whole" },
  };
};

/**
 * Puts closed contacts back in their places; the whole edition again, if both parts are of one. Of an
 * older edition's part, what has no desk any more, or stands in the open now, is left out.
 */
export const joinEdition = (open: Edition, { contacts }: ClosedPart): Edition => {
  const isOpen = listOpenIds(open);
  const closedByDesk = new Map<DeskId, ClosedContact[]>();
  for (const closed of contacts) {
    if (isOpen.has(closed.contact.id)) continue;
    const id = deskToId(closed.address);
    closedByDesk.set(id, [...(closedByDesk.get(id) ?? []), closed]);
  }
  return {
    ...open,
    states: open.states.map((entry) => ({
      ...entry,
      desks: entry.desks.map((desk) => {
        const closed = closedByDesk.get(deskToId({ state: entry.state, desk: desk.kind }));
        return closed ? { ...desk, contacts: insertAll(desk.contacts, closed) } : desk;
      }),
    })),
  };
};

const listOpenIds = ({ states }: Edition): ReadonlySet<string> =>
  new Set(
    states.flatMap(({ desks }) => desks.flatMap(({ contacts }) => contacts.map(({ id }) => id))),
  );

/** From the first place on: each then finds before it all that stood before it. */
const insertAll = (open: readonly Contact[], closed: readonly ClosedContact[]): Contact[] => {
  const joined = [...open];
  for (const { place, contact } of closed.toSorted((a, b) => a.place - b.place)) {
    joined.splice(place, 0, contact);
  }
  return joined;
};
