import { deskToId } from "#domain/desk.ts";
import { createCausality } from "./causality.ts";
import { mergeLetters } from "./mergeLetters.ts";
import { compareByFeed, orderLetters } from "./orderLetters.ts";
import { listStandingLetters } from "./standingLetters.ts";
import type { KeptLetter, ThreadRecord } from "./thread.ts";

/**
 * The letters of other desks that nobody of this desk has read, in the feed's order: none of the
 * desk's notes names them, and none of the desk's own letters was written by someone who had seen them.
 */
export const listUnread = ({ desk, letters }: ThreadRecord): readonly KeptLetter[] => {
  const merged = mergeLetters(letters, new Map());
  const isOwn = ({ letter }: KeptLetter): boolean => deskToId(letter.from) === desk;
  const read = new Set(
    merged.filter(isOwn).flatMap(({ letter: { content, seen } }) => {
      if (content.schema === "note/1") return content.read;
      // What hands letters on to a colleague's device is made without reading them.
      return content.schema === "handover/1" ? [] : seen;
    }),
  );
  const standing = listStandingLetters(
    merged.filter(({ letter: { kind } }) => kind !== "note" && kind !== "handover"),
  );
  const unread = standing.filter(
    ({ kept, versions }) => !isOwn(kept) && !versions.some((id) => read.has(id)),
  );
  return orderLetters(unread, createCausality(standing), compareByFeed).map(({ kept }) => kept);
};
