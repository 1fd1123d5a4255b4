import type { EnvelopeId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, PushRefusal } from "#domain/envelope/outboxEntry.ts";
import type { Instant } from "#domain/instant.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { LetterMention, ThreadNotice, ThreadState } from "./thread.ts";
import { mentionLetter, type ThreadView } from "./threadView.ts";

/** Something that a person at this desk should look at, in any state of the thread. */
export type ThreadAttention =
  /** An outbox entry that can't be sent as it is. */
  | ({ readonly type: "refused"; readonly refusal: PushRefusal } & Concerned)
  /** The other desk's devices that could open it are revoked; nothing shows it was read. */
  | ({ readonly type: "recipientsGone" } & Concerned)
  /** Recorded as queued, but neither in the outbox nor held. */
  | ({ readonly type: "lost" } & Concerned)
  /** The thread was closed by someone who had not seen these. */
  | { readonly type: "unseenByCloser"; readonly letters: readonly LetterMention[] };

type Concerned = {
  readonly envelope: EnvelopeId;
  readonly kind: EnvelopeKind;
  readonly at: Instant;
};

/** Lists what needs attention, in the order of the letters concerned; refusals come first. */
export const listAttention = (
  view: ThreadView,
  notices: readonly ThreadNotice[],
  outbox: readonly OutboxEntry[],
  state: ThreadState,
): readonly ThreadAttention[] => [
  ...outbox.toSorted((a, b) => a.sequence - b.sequence).flatMap(entryToAttention),
  ...view
    .listOwn()
    .flatMap((own) => [...listGone(view, own, notices, state), ...listLost(view, own, outbox)]),
  ...(state.type === "closed" && state.unseenByCloser.length > 0
    ? [{ type: "unseenByCloser" as const, letters: state.unseenByCloser }]
    : []),
];

const entryToAttention = ({ envelopeId, kind, state }: OutboxEntry): ThreadAttention[] => {
  if (state.type !== "needsAttention") return [];
  const { since: at, refusal } = state;
  return [{ type: "refused", envelope: envelopeId, kind, at, refusal }];
};

/**
 * Reports a letter whose recipients are gone, unless a reply by an author who had seen it shows
 * that it was read anyway.
 */
const listGone = (
  view: ThreadView,
  own: StandingLetter,
  notices: readonly ThreadNotice[],
  state: ThreadState,
): ThreadAttention[] => {
  const { id, kind } = own.kept.letter;
  const times = notices
    .filter(({ type, envelope }) => type === "recipientsGone" && envelope === id)
    .map(({ at }) => at)
    .toSorted();
  const [at] = times;
  if (!at || state.type === "withdrawn" || view.findWithdrawal(own)) return [];
  const side = view.sideOf(own);
  const isSeen = view.letters.some(
    (other) => view.sideOf(other) !== side && view.causality.isBefore(own, other),
  );
  return isSeen ? [] : [{ type: "recipientsGone", envelope: id, kind, at }];
};

/** A letter that was taken back is not lost: S10 removes its entry. */
const listLost = (
  view: ThreadView,
  own: StandingLetter,
  outbox: readonly OutboxEntry[],
): ThreadAttention[] => {
  const { letter, receipt, queuedAt } = own.kept;
  const isLost =
    queuedAt !== null &&
    receipt === null &&
    !view.findWithdrawal(own) &&
    !outbox.some(({ envelopeId }) => envelopeId === letter.id);
  return isLost ? [{ type: "lost", envelope: letter.id, kind: letter.kind, at: queuedAt }] : [];
};

/** The time by which the asked desk estimates that it will answer. */
export type ThreadEstimate = {
  readonly by: Instant;
  readonly source: LetterMention;
  /** Two colleagues each gave an estimate without having seen the other's: the earliest is used. */
  readonly isConcurrent: boolean;
  /** An answer came after this estimate, or its author had not seen the estimate. */
  readonly isAnswered: boolean;
};

/**
 * Finds the newest estimate, which no other's author had seen; the earliest if there are several;
 * null if none was given.
 */
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
