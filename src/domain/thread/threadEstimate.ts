import type { Instant } from "#domain/instant.ts";
import { mentionLetter } from "./mentionLetter.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { LetterMention } from "./threadState.ts";
import type { ThreadView } from "./threadView.ts";

/** When the desk that was asked says that it will answer. */
export type ThreadEstimate = {
  readonly by: Instant;
  readonly source: LetterMention;
  /** Two colleagues gave one without knowing of each other's: the earliest counts. */
  readonly isConcurrent: boolean;
  /** An answer was given since, or without knowing of this estimate. */
  readonly isAnswered: boolean;
};

/** The estimate that no other one knew of; of several such, the earliest; null where none was given. */
export const findEstimate = (view: ThreadView): ThreadEstimate | null => {
  const { isBefore, listNewest } = view.causality;
  const given = view
    .listCounted(["acknowledgement", "update"], "asked")
    .filter((letter) => estimateOf(letter) !== undefined);
  const newest = listNewest(given);
  const [letter] = newest.toSorted((a, b) => compareEstimates(a, b));
  const by = letter && estimateOf(letter);
  if (!letter || !by) return null;
  const answers = view.listCounted(["answer"], "asked");
  return {
    by,
    source: mentionLetter(letter),
    isConcurrent: newest.length > 1,
    isAnswered: answers.some((answer) => !isBefore(answer, letter)),
  };
};

const estimateOf = ({ kept }: StandingLetter): Instant | undefined => {
  const { content } = kept.letter;
  return "estimatedBy" in content ? content.estimatedBy : undefined;
};

const compareEstimates = (a: StandingLetter, b: StandingLetter): number => {
  const keyOf = (letter: StandingLetter) => `${estimateOf(letter)} ${letter.root}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
};
