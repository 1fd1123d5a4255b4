import { mentionLetter } from "./mentionLetter.ts";
import type { LetterMention, ThreadState } from "./threadState.ts";
import type { ThreadView } from "./threadView.ts";

/**
 * The newest acknowledgement that asks something back and that no letter of the asker follows yet;
 * null once the thread is answered, closed or withdrawn.
 */
export const findOpenQuestion = (view: ThreadView, state: ThreadState): LetterMention | null => {
  if (state.type !== "acknowledged") return null;
  const asking = view.listCounted(["acknowledgement"], "asked").filter(({ kept }) => {
    const { content } = kept.letter;
    return content.schema === "acknowledgement/1" && content.askedBack.length > 0;
  });
  const open = asking.filter((question) => !isFollowed(view, question));
  const [newest] = view.causality.listNewest(open);
  return newest ? mentionLetter(newest) : null;
};

type Letter = ThreadView["letters"][number];

/** The asker's own word that is still queued here counts: it needs nothing more of the asker. */
const isFollowed = (view: ThreadView, question: Letter): boolean =>
  view.letters.some(
    (other) => view.sideOf(other) === "asker" && view.causality.isBefore(question, other),
  );
