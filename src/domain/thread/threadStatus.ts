import type { DeskId } from "#domain/desk.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Receipts } from "#domain/envelope/receipt.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import { dropLostReceipts } from "./dropLostReceipts.ts";
import { findOpenQuestion } from "./findOpenQuestion.ts";
import { mentionLetter } from "./mentionLetter.ts";
import type { KeptLetter } from "./thread.ts";
import { listAttention, type ThreadAttention } from "./threadAttention.ts";
import { findEstimate, type ThreadEstimate } from "./threadEstimate.ts";
import type {
  LetterMention,
  ReachedState,
  ThreadNotice,
  ThreadSide,
  ThreadState,
} from "./threadState.ts";
import { listSteps } from "./threadSteps.ts";
import { createThreadView, type ThreadView } from "./threadView.ts";

/** All that is known of a thread on this device; in any order, and any of it more than once. */
export type ThreadSources = {
  /** Whose view it is. */
  readonly desk: DeskId;
  /** Of both desks; what stays within a desk may be among them. */
  readonly letters: readonly KeptLetter[];
  readonly notices: readonly ThreadNotice[];
  /** This device's entries of this thread. */
  readonly outbox: readonly OutboxEntry[];
  readonly receipts: Receipts;
};

export type ThreadStatus = {
  /** Null while the inquiry itself is not here. */
  readonly side: ThreadSide | null;
  /** The inquiry as it stands now: said again, if its first recipients were all gone. */
  readonly inquiry: { readonly kept: KeptLetter; readonly content: InquiryContent } | null;
  /** The last of `steps`, where there is one. */
  readonly state: ThreadState;
  /** Every state that was reached, in the order of the table. */
  readonly steps: readonly ReachedState[];
  readonly needsAttention: readonly ThreadAttention[];
  readonly answers: readonly LetterMention[];
  /** Two of the answers were written without knowing of each other. */
  readonly isConcurrent: boolean;
  readonly estimate: ThreadEstimate | null;
  /** What the asked side wants to know of the asker before it goes on. */
  readonly openQuestion: LetterMention | null;
  /** This desk's own letters that the endpoint is not known to hold; the inquiry may be among them. */
  readonly unsent: readonly LetterMention[];
  /** From a desk that is no party to this thread, or a second inquiry in it: shown, never counted. */
  readonly outOfPlace: readonly LetterMention[];
};

/**
 * What may be said of a thread, from all that this device knows of it, by the table of `listSteps`.
 * The same letters and notices give the same status in whatever order they came; which of two letters
 * answers which is decided by what their authors had seen, never by a clock (S8).
 */
export const threadStatus = (sources: ThreadSources): ThreadStatus => {
  const { desk, notices, outbox } = sources;
  const { letters, receipts } = dropLostReceipts(sources);
  const view = createThreadView(desk, letters, receipts);
  const { inquiry, content, causality } = view;
  const steps = listSteps(view, notices);
  const state = steps.at(-1) ?? { type: hasReply(view) ? "withoutInquiry" : "nothing" };
  const answers = view.listCounted(["answer"], "asked");
  return {
    side: view.side,
    inquiry: inquiry && content ? { kept: inquiry.kept, content } : null,
    state,
    steps,
    needsAttention: listAttention(view, notices, outbox, state),
    answers: answers.map(mentionLetter),
    isConcurrent: answers.some((a) => answers.some((b) => causality.isConcurrent(a, b))),
    estimate: findEstimate(view),
    openQuestion: findOpenQuestion(view, state),
    unsent: view
      .listOwn()
      .filter(({ kept }) => kept.receipt === null)
      .map(mentionLetter),
    outOfPlace: view.outOfPlace.map(mentionLetter),
  };
};

/** A withdrawal alone takes back what never arrived: nothing is to be shown. */
const hasReply = ({ letters }: ThreadView): boolean =>
  letters.some(({ kept }) => kept.letter.kind !== "withdrawal");
