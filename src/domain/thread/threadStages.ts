import type { DeviceId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { LetterMention, Stage, ThreadNotice, ThreadSide } from "./thread.ts";
import { mentionLetter, type ThreadView } from "./threadView.ts";

/**
 * Lists the states that an inquiry has reached, in order; the last one is the thread's. No state
 * requires the one before it: a reply shows that an inquiry arrived, with or without a notice.
 *
 * | state        | reached by                                      | reported by              |
 * |--------------|-------------------------------------------------|--------------------------|
 * | queued       | the inquiry's letter, in this device's outbox   | this device              |
 * | held         | a receipt for the inquiry                       | the endpoint             |
 * | delivered    | a `delivered` notice of the inquiry             | the endpoint             |
 * | acknowledged | an acknowledgement or update, held              | the desk that was asked  |
 * | answered     | an answer, held                                 | the desk that was asked  |
 * | closed       | a closing, held                                 | either desk              |
 * | withdrawn    | a withdrawal of the inquiry                     | the desk that asked      |
 *
 * A letter is ignored if its own desk has taken it back, or if the endpoint does not hold it yet,
 * because the other side can't know of it. Only a withdrawal applies immediately, at the desk that
 * wrote it: nothing may follow it.
 */
export const listStages = (
  view: ThreadView,
  notices: readonly ThreadNotice[],
): readonly Stage[] => {
  const { inquiry } = view;
  if (!inquiry) return [];
  const withdrawal = view.findWithdrawal(inquiry);
  return [
    ...stagesOfSending(inquiry, notices),
    ...repliedStages.flatMap(({ type, kinds, by }) => {
      const [first] = view.listCounted(kinds, by);
      return first ? [{ type, ...letterToSource(first) }] : [];
    }),
    ...closedStage(view),
    ...(withdrawal ? [{ type: "withdrawn" as const, ...letterToSource(withdrawal) }] : []),
  ];
};

type RepliedStage = {
  readonly type: "acknowledged" | "answered";
  readonly kinds: readonly EnvelopeKind[];
  readonly by: ThreadSide;
};

const repliedStages: readonly RepliedStage[] = [
  { type: "acknowledged", kinds: ["acknowledgement", "update"], by: "asked" },
  { type: "answered", kinds: ["answer"], by: "asked" },
];

/** The kinds of letters that a closer may not have seen. */
const kindsToSee: readonly EnvelopeKind[] = ["answer", "update"];

const stagesOfSending = (
  inquiry: StandingLetter,
  notices: readonly ThreadNotice[],
): readonly Stage[] => {
  const { letter, receipt, queuedAt } = inquiry.kept;
  const stages: Stage[] = [];
  if (queuedAt !== null || !receipt) {
    const source = { type: "device", envelope: letter.id } as const;
    stages.push({ type: "queued", at: queuedAt ?? letter.writtenAt, source });
  }
  if (receipt)
    stages.push({ type: "held", at: receipt.heldAt, source: { type: "receipt", receipt } });
  const delivered = findDelivery(inquiry, notices);
  if (delivered) {
    const source = { type: "notice", envelope: letter.id, device: delivered.device } as const;
    stages.push({ type: "delivered", at: delivered.at, source });
  }
  return stages;
};

/** Of several closings, only those that no other closing's author had seen are used. */
const closedStage = (view: ThreadView): readonly Stage[] => {
  const { isBefore, listNewest } = view.causality;
  const closings = listNewest(view.listCounted(["closing"]));
  const [closing] = closings;
  const content = closing?.kept.letter.content;
  if (!closing || content?.schema !== "closing/1") return [];
  const unseen = view
    .listCounted(kindsToSee)
    .filter((letter) => closings.some((one) => !isBefore(letter, one)));
  return [
    {
      type: "closed",
      ...letterToSource(closing),
      reason: content.reason,
      unseenByCloser: unseen.map(mentionLetter),
    },
  ];
};

const letterToSource = (
  letter: StandingLetter,
): { at: LetterMention["at"]; source: { type: "letter" } & LetterMention } => {
  const mention = mentionLetter(letter);
  return { at: mention.at, source: { type: "letter", ...mention } };
};

export type Delivery = { readonly at: Instant; readonly device: DeviceId | null };

/** Finds the first notice that the other desk has fetched a letter's current version. */
export const findDelivery = (
  { kept }: StandingLetter,
  notices: readonly ThreadNotice[],
): Delivery | null => {
  const [first] = notices
    .filter(({ type, envelope }) => type === "delivered" && envelope === kept.letter.id)
    .toSorted((a, b) => (a.at + a.device < b.at + b.device ? -1 : 1));
  return first ? { at: first.at, device: first.device } : null;
};
