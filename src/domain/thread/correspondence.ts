import { deskToId } from "#domain/desk.ts";
import { dropLostReceipts } from "./dropLostReceipts.ts";
import { type Delivery, findDelivery } from "./findDelivery.ts";
import { mentionLetter } from "./mentionLetter.ts";
import { compareByFeed, orderLetters } from "./orderLetters.ts";
import type { KeptLetter } from "./thread.ts";
import type { LetterMention } from "./threadState.ts";
import type { ThreadSources } from "./threadStatus.ts";
import { createThreadView } from "./threadView.ts";

/** A letter as it stands in the correspondence. */
export type CorrespondenceLetter = {
  readonly kept: KeptLetter;
  readonly isOwn: boolean;
  /** From a desk that is no party to the thread, or a second inquiry in it. */
  readonly isOutOfPlace: boolean;
  /** The first device of the other desk that has fetched it; null without a notice. */
  readonly delivered: Delivery | null;
  /** The word by which its desk has taken it back. */
  readonly withdrawnBy: LetterMention | null;
  /** It was said before under another id, which nobody could open any more. */
  readonly isSaidAgain: boolean;
};

/**
 * A thread's letters between desks, each once, in the feed's order: never one before what its author
 * had seen.
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
