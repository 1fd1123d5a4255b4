import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import { type Engagement, engagements } from "#domain/letter/replies.ts";
import { createCausality } from "./causality.ts";
import { mentionLetter } from "./mentionLetter.ts";
import { mergeLetters } from "./mergeLetters.ts";
import { compareByFeed } from "./orderLetters.ts";
import { listStandingLetters, type StandingLetter } from "./standingLetters.ts";
import type { KeptLetter } from "./thread.ts";

/** A line of the desk's own checklist while it looks into an inquiry. */
export type EngagementLine = {
  readonly who: Engagement;
  readonly done: boolean;
  /** Which colleague's device said so last, and when; null while nobody has. */
  readonly saidBy: { readonly author: DeviceId; readonly at: Instant } | null;
};

/**
 * The checklist from the desk's notes, one line for each of `engagements`. What was said last counts:
 * by an author who had seen the other notes, else by the later place in the desk's feed.
 */
export const foldEngagement = (letters: readonly KeptLetter[]): readonly EngagementLine[] => {
  const notes = listStandingLetters(
    mergeLetters(letters, new Map()).filter(({ letter }) => letter.kind === "note"),
  );
  const { listNewest } = createCausality(notes);
  return engagements.map((who) => {
    const said = listNewest(notes.filter((note) => findDone(note, who) !== undefined));
    const last = said.toSorted((a, b) => compareByFeed(a.kept, b.kept)).at(-1);
    if (!last) return { who, done: false, saidBy: null };
    const { author, at } = mentionLetter(last);
    return { who, done: findDone(last, who) ?? false, saidBy: { author, at } };
  });
};

const findDone = ({ kept }: StandingLetter, who: Engagement): boolean | undefined => {
  const { content } = kept.letter;
  if (content.schema !== "note/1") return undefined;
  return content.engaged.findLast((line) => line.who === who)?.done;
};
