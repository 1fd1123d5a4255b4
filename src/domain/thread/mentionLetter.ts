import type { StandingLetter } from "./standingLetters.ts";
import type { LetterMention } from "./threadState.ts";

/** What a status says of a letter: which one, who wrote it, since when it counts. */
export const mentionLetter = ({ kept }: StandingLetter): LetterMention => {
  const { letter, receipt, queuedAt } = kept;
  const { id, kind, from, author, content, writtenAt } = letter;
  return {
    envelope: id,
    kind,
    from,
    author,
    sender: "sender" in content ? content.sender : null,
    at: receipt?.heldAt ?? queuedAt ?? writtenAt,
    receipt,
  };
};
