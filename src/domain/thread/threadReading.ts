import { deskToId } from "#domain/desk.ts";
import { type EnvelopeId, type EnvelopeKind, isWithinDesk } from "#domain/envelope/envelope.ts";
import { createCausality } from "./causality.ts";
import { compareByFeed, mergeLetters, orderLetters } from "./mergeLetters.ts";
import { listStandingLetters } from "./standingLetters.ts";
import type { KeptLetter, ThreadRecord } from "./thread.ts";

/**
 * Lists the letters of other desks that nobody at this desk has read, in the feed's order: none of
 * the desk's notes names them, and no author of the desk's own letters had seen them.
 */
export const listUnread = ({ desk, letters }: ThreadRecord): readonly KeptLetter[] => {
  const merged = mergeLetters(letters, new Map());
  const isOwn = ({ letter }: KeptLetter): boolean => deskToId(letter.from) === desk;
  const read = new Set(
    merged.filter(isOwn).flatMap(({ letter: { content, seen } }) => {
      if (content.schema === "note/1") return content.read;
      // A handover to a colleague's device is made without reading its letters.
      return content.schema === "handover/1" ? [] : seen;
    }),
  );
  const standing = listStandingLetters(merged.filter(({ letter }) => !isWithinDesk(letter.kind)));
  const unread = standing.filter(
    ({ kept, versions }) => !isOwn(kept) && !versions.some((id) => read.has(id)),
  );
  return orderLetters(unread, createCausality(standing), compareByFeed).map(({ kept }) => kept);
};

/**
 * The maximum of ids that a letter names, unless more letters have no successor: a reply has to fit
 * its envelope.
 */
export const maxSeenIds = 100;

/**
 * Lists what the author of a letter of `kind` has seen of its thread. Letters that no other follows
 * come first, then the newest: those left out of a long list are implied by the others. A letter to
 * the other desk reveals nothing of letters within one's own.
 */
export const listSeen = (
  letters: readonly KeptLetter[],
  kind: EnvelopeKind,
): readonly EnvelopeId[] => {
  const shown = mergeLetters(letters, new Map()).filter(
    ({ letter }) => letter.kind !== "handover" && (isWithinDesk(kind) || letter.kind !== "note"),
  );
  const standing = listStandingLetters(shown);
  const causality = createCausality(standing);
  const newest = causality.listNewest(standing);
  const older = orderLetters(standing, causality, compareByFeed).filter(
    (letter) => !newest.includes(letter),
  );
  const ordered = [
    ...newest.toSorted((a, b) => compareByFeed(b.kept, a.kept)),
    ...older.toReversed(),
  ];
  return ordered.slice(0, Math.max(newest.length, maxSeenIds)).map(({ kept }) => kept.letter.id);
};
