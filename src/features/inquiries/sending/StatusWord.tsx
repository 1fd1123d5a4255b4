import { useTranslation } from "react-i18next";
import type { SendingStatus } from "#domain/envelope/sending.ts";
import type { ThreadSide, ThreadState } from "#domain/thread/thread.ts";
import type { ThreadTurn } from "#domain/thread/threadTurn.ts";
import { Sign, type SignShape } from "#ui/signs/Sign.tsx";
import "./StatusWord.css";

type StatusWordProps = {
  readonly state: ThreadState["type"];
  readonly side: ThreadSide | null;
  /** The sending status of the inquiry, until this device has a receipt for it. */
  readonly sending: SendingStatus | undefined;
};

/** The status of a thread, by word and shape. */
export const StatusWord = ({ state, side, sending }: StatusWordProps) => {
  const { t } = useTranslation("inquiries");
  if (state === "nothing") return null;
  if (state === "queued") return sending ? <SendingWord sending={sending} /> : null;
  const word = side === "asked" ? toAskedWord(state) : state;
  return <Sign {...threadSigns[word]}>{t(`status.${word}.label`)}</Sign>;
};

/** The sending status of something that was queued. */
export const SendingWord = ({ sending }: { readonly sending: SendingStatus }) => {
  const { t } = useTranslation("inquiries");
  return <Sign {...sendingSigns[sending.type]}>{t(`status.${sending.type}.label`)}</Sign>;
};

/** For the desk that was asked: it has the inquiry, so that the endpoint holds it is no news. */
const toAskedWord = (state: Exclude<ThreadState["type"], "nothing" | "queued">) => {
  if (state === "held" || state === "delivered") return "received";
  return state === "acknowledged" ? "lookingInto" : state;
};

type StatusSign = {
  readonly shape: SignShape;
  readonly tone: "plain" | "good" | "caution" | "danger";
};

const sendingSigns = {
  queued: { shape: "clock", tone: "plain" },
  onItsWay: { shape: "half", tone: "plain" },
  waiting: { shape: "clock", tone: "plain" },
  paused: { shape: "half", tone: "caution" },
  needsAttention: { shape: "cross", tone: "danger" },
  held: { shape: "tick", tone: "good" },
  lost: { shape: "cross", tone: "danger" },
} as const satisfies Record<SendingStatus["type"], StatusSign>;

const threadSigns = {
  held: { shape: "tick", tone: "plain" },
  received: { shape: "tick", tone: "plain" },
  delivered: { shape: "tick", tone: "good" },
  acknowledged: { shape: "half", tone: "plain" },
  lookingInto: { shape: "half", tone: "plain" },
  answered: { shape: "tick", tone: "good" },
  closed: { shape: "ring", tone: "plain" },
  withdrawn: { shape: "cross", tone: "plain" },
  withoutInquiry: { shape: "cross", tone: "caution" },
} as const satisfies Record<string, StatusSign>;

type TurnWordProps = { readonly turn: ThreadTurn; readonly state: ThreadState["type"] };

/**
 * Whose turn it is, and for what; shows nothing if it is nobody's or if other signs already say it.
 */
export const TurnWord = ({ turn, state }: TurnWordProps) => {
  const { t } = useTranslation("inquiries");
  // It is nobody else's turn until the endpoint holds the inquiry.
  if (state === "queued" || turn.type === "nobody") return null;
  if (turn.type === "theirs") return <Sign shape="ring">{t("turn.theirs.label")}</Sign>;
  const { reason } = turn;
  // What needs attention or is unread has its own sign.
  if (reason === "attention" || reason === "read") return null;
  return <Sign shape="half">{t(`turn.${reason}.label`)}</Sign>;
};
