import { deskToId } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import { type Engagement, engagements } from "#domain/letter/replies.ts";
import { createCausality } from "./causality.ts";
import { compareByFeed, mergeLetters, orderLetters } from "./mergeLetters.ts";
import { listStandingLetters, type StandingLetter } from "./standingLetters.ts";
import type { KeptLetter, LetterMention } from "./thread.ts";
import { type Delivery, findDelivery } from "./threadStages.ts";
import { dropLostReceipts, type ThreadSources } from "./threadStatus.ts";
import { createThreadView, mentionLetter } from "./threadView.ts";

/** A letter in the correspondence. */
export type CorrespondenceLetter = {
  readonly kept: KeptLetter;
  readonly isOwn: boolean;
  /** From a desk that is no party to the thread, or a second inquiry in it. */
  readonly isOutOfPlace: boolean;
  /** The first device of the other desk that has fetched it; null without a notice. */
  readonly delivered: Delivery | null;
  /** The withdrawal with which its desk took it back. */
  readonly withdrawnBy: LetterMention | null;
  /** It was sent before under another id, which nobody could open any more. */
  readonly isSaidAgain: boolean;
};

/**
 * Lists a thread's letters between desks, each once, in the feed's order, but none before one that
 * its author had seen.
 */
export const listCorrespondence = (sources: ThreadSources): readonly CorrespondenceLetter[] => {
  const { desk, notices } = sources;
  const { letters, receipts } = dropLostReceipts(sources);
  const view = createThreadView(desk, letters, receipts);
  const all = [...view.letters, ...view.outOfPlace];
  return orderLetters(all, view.causality, compareByFeed).map((one) => {
    const withdrawal = view.findWithdrawal(one);
    return {
      kept: one.kept,
      isOwn: deskToId(one.kept.letter.from) === desk,
      isOutOfPlace: view.outOfPlace.includes(one),
      delivered: findDelivery(one, notices),
      withdrawnBy: withdrawal ? mentionLetter(withdrawal) : null,
      isSaidAgain: one.versions.length > 1,
    };
  });
};

/** A line of the desk's own checklist while it investigates an inquiry. */
export type EngagementLine = {
  readonly who: Engagement;
  readonly done: boolean;
  /** The colleague's device that last changed it, and when; null while nobody has. */
  readonly saidBy: { readonly author: DeviceId; readonly at: Instant } | null;
};

/**
 * Builds the checklist from the desk's notes, one line for each of `engagements`. The last note on
 * a line wins: the one whose author had seen the others, otherwise the one later in the desk's
 * feed.
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
