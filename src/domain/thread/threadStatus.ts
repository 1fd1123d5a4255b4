import { type DeskAddress, type DeskId, deskToId } from "#domain/desk.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { Receipts } from "#domain/envelope/receipt.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type {
  KeptLetter,
  LetterMention,
  Stage,
  ThreadNotice,
  ThreadRecord,
  ThreadSide,
  ThreadState,
} from "./thread.ts";
import {
  findEstimate,
  listAttention,
  type ThreadAttention,
  type ThreadEstimate,
} from "./threadAttention.ts";
import { listStages } from "./threadStages.ts";
import { createThreadView, mentionLetter, type ThreadView } from "./threadView.ts";

/** Everything that this device knows of a thread, in any order, with possible duplicates. */
export type ThreadSources = {
  /** The desk whose view this is. */
  readonly desk: DeskId;
  /** Letters of both desks; letters within the desk may be among them. */
  readonly letters: readonly KeptLetter[];
  readonly notices: readonly ThreadNotice[];
  /** This device's entries of this thread. */
  readonly outbox: readonly OutboxEntry[];
  readonly receipts: Receipts;
};

export type ThreadStatus = {
  /** Null while the inquiry itself is not here. */
  readonly side: ThreadSide | null;
  /** The inquiry's current version: it was sent again if its first recipients were all gone. */
  readonly inquiry: { readonly kept: KeptLetter; readonly content: InquiryContent } | null;
  /** The last of `stages`, where there is one. */
  readonly state: ThreadState;
  /** Every state that was reached, in the order of the table. */
  readonly stages: readonly Stage[];
  readonly needsAttention: readonly ThreadAttention[];
  readonly answers: readonly LetterMention[];
  /** Two of the answers were written by authors who had not seen each other's. */
  readonly isConcurrent: boolean;
  readonly estimate: ThreadEstimate | null;
  /** The asked side's question to the asker before it continues. */
  readonly openQuestion: LetterMention | null;
  /** This desk's own letters that the endpoint is not known to hold; the inquiry may be among them. */
  readonly unsent: readonly LetterMention[];
  /** From a desk that is no party to this thread, or a second inquiry in it: shown, never counted. */
  readonly outOfPlace: readonly LetterMention[];
};

/**
 * Derives a thread's status from everything that this device knows of it, by the table of
 * `listStages`. The same letters and notices give the same status in any order; which of two
 * letters follows the other is decided by what their authors had seen, never by a clock (S8).
 */
export const threadStatus = (sources: ThreadSources): ThreadStatus => {
  const { desk, notices, outbox } = sources;
  const { letters, receipts } = dropLostReceipts(sources);
  const view = createThreadView(desk, letters, receipts);
  const { inquiry, content, causality } = view;
  const stages = listStages(view, notices);
  const state = stages.at(-1) ?? { type: hasReply(view) ? "withoutInquiry" : "nothing" };
  const answers = view.listCounted(["answer"], "asked");
  return {
    side: view.side,
    inquiry: inquiry && content ? { kept: inquiry.kept, content } : null,
    state,
    stages,
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

/** A withdrawal alone refers to a letter that never arrived: nothing is to be shown. */
const hasReply = ({ letters }: ThreadView): boolean =>
  letters.some(({ kept }) => kept.letter.kind !== "withdrawal");

/**
 * Removes the receipts of letters that are in the outbox: a receipt ends its entry (S3), so these
 * come from an endpoint that was restored and has lost the letter (S12).
 */
export const dropLostReceipts = ({
  letters,
  outbox,
  receipts,
}: ThreadSources): Pick<ThreadSources, "letters" | "receipts"> => {
  const waiting = new Set(outbox.map(({ envelopeId }) => envelopeId));
  if (waiting.size === 0) return { letters, receipts };
  return {
    letters: letters.map((kept) =>
      waiting.has(kept.letter.id) ? { ...kept, receipt: null, position: null } : kept,
    ),
    receipts: new Map([...receipts].filter(([id]) => !waiting.has(id))),
  };
};

/**
 * Finds the newest acknowledgement that asks a question and that no letter of the asker follows
 * yet; null once the thread is answered, closed or withdrawn.
 */
const findOpenQuestion = (view: ThreadView, state: ThreadState): LetterMention | null => {
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

/** A letter that the asker has only queued counts: nothing more is needed from the asker. */
const isFollowed = (view: ThreadView, question: Letter): boolean =>
  view.letters.some(
    (other) => view.sideOf(other) === "asker" && view.causality.isBefore(question, other),
  );

/** Finds a thread's other desk: by the inquiry, or by any letter if there is none here. */
export const otherDeskOf = (
  { desk, letters }: ThreadRecord,
  { inquiry }: Pick<ThreadStatus, "inquiry">,
): DeskAddress | undefined => {
  const known = inquiry ? [inquiry.kept] : letters;
  return known
    .flatMap(({ letter }) => [letter.from, letter.to])
    .find((address) => deskToId(address) !== desk);
};
