import { useTranslation } from "react-i18next";
import type { ThreadState } from "#domain/thread/thread.ts";
import type { ThreadTurn } from "#domain/thread/threadTurn.ts";
import { StateWord } from "#ui/signs/StateWord.tsx";

type TurnWordProps = { readonly turn: ThreadTurn; readonly state: ThreadState["type"] };

/** Whose turn it is, and for what; nothing where it is nobody's, or where something else says it. */
export const TurnWord = ({ turn, state }: TurnWordProps) => {
  const { t } = useTranslation("inquiries");
  const key = turnToKey(turn);
  // It is nobody else's turn before the endpoint holds what was asked.
  if (!key || state === "queued") return null;
  return <StateWord shape={turn.type === "mine" ? "half" : "ring"}>{t(key)}</StateWord>;
};

const turnToKey = (turn: ThreadTurn) => {
  switch (turn.type) {
    case "theirs":
      return "turn.theirs.label" as const;
    case "nobody":
      return undefined;
    case "mine":
      return mineKeys[turn.reason];
  }
};

/** What needs attention, or is unread, is said by a word of its own. */
const mineKeys = {
  attention: undefined,
  read: undefined,
  answer: "turn.answer.label",
  answerBack: "turn.answerBack.label",
} as const;
