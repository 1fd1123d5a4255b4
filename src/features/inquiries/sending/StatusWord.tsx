import { useTranslation } from "react-i18next";
import type { SendingStatus } from "#domain/envelope/sending.ts";
import type { ThreadSide, ThreadState } from "#domain/thread/thread.ts";
import type { ThreadTurn } from "#domain/thread/threadTurn.ts";
import { type StateShape, StateWord } from "#ui/signs/StateWord.tsx";

type StatusWordProps = {
  readonly state: ThreadState["type"];
  readonly side: ThreadSide | null;
  /** How far the inquiry has gone, while the endpoint is not known to hold it. */
  readonly sending: SendingStatus | undefined;
};

/** Where a thread stands, by word and shape. */
export const StatusWord = ({ state, side, sending }: StatusWordProps) => {
  const { t } = useTranslation("inquiries");
  if (state === "nothing") return null;
  if (state === "queued") return sending ? <SendingWord sending={sending} /> : null;
  const { key, shape, tone } = (side === "asked" ? askedWords : askerWords)[state];
  return (
    <StateWord shape={shape} tone={tone}>
      {t(key)}
    </StateWord>
  );
};

/** Where something that was queued stands. */
export const SendingWord = ({ sending }: { readonly sending: SendingStatus }) => {
  const { t } = useTranslation("inquiries");
  const { key, shape, tone } = sendingWords[sending.type];
  return (
    <StateWord shape={shape} tone={tone}>
      {t(key)}
    </StateWord>
  );
};

type Word = { key: string; shape: StateShape; tone: "plain" | "good" | "caution" | "danger" };

const sendingWords = {
  queued: { key: "status.queued.label", shape: "clock", tone: "plain" },
  onItsWay: { key: "status.onItsWay.label", shape: "half", tone: "plain" },
  waiting: { key: "status.waiting.label", shape: "clock", tone: "plain" },
  paused: { key: "status.paused.label", shape: "half", tone: "caution" },
  needsAttention: { key: "status.needsAttention.label", shape: "cross", tone: "danger" },
  held: { key: "status.held.label", shape: "tick", tone: "good" },
  lost: { key: "status.lost.label", shape: "cross", tone: "danger" },
} as const satisfies Record<SendingStatus["type"], Word>;

type Worded = Exclude<ThreadState["type"], "nothing" | "queued">;

const askerWords = {
  held: { key: "status.held.label", shape: "tick", tone: "plain" },
  delivered: { key: "status.delivered.label", shape: "tick", tone: "good" },
  acknowledged: { key: "status.acknowledged.label", shape: "half", tone: "plain" },
  answered: { key: "status.answered.label", shape: "tick", tone: "good" },
  closed: { key: "status.closed.label", shape: "ring", tone: "plain" },
  withdrawn: { key: "status.withdrawn.label", shape: "cross", tone: "plain" },
  withoutInquiry: { key: "status.withoutInquiry.label", shape: "cross", tone: "caution" },
} as const satisfies Record<Worded, Word>;

/** Whoever was asked has it: what the endpoint holds is no news to them. */
const askedWords = {
  ...askerWords,
  held: { key: "status.received.label", shape: "tick", tone: "plain" },
  delivered: { key: "status.received.label", shape: "tick", tone: "plain" },
  acknowledged: { key: "status.lookingInto.label", shape: "half", tone: "plain" },
} as const satisfies Record<Worded, Word>;

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
