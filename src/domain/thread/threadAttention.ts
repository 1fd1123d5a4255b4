import type { EnvelopeId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { OutboxEntry, PushRefusal } from "#domain/envelope/outboxEntry.ts";
import type { Instant } from "#domain/instant.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { LetterMention, ThreadNotice, ThreadState } from "./thread.ts";
import { mentionLetter, type ThreadView } from "./threadView.ts";

/** What a person of this desk should look at, whatever state the thread is in. */
export type ThreadAttention =
  /** An entry of this device that can't go as it is. */
  | ({ readonly type: "refused"; readonly refusal: PushRefusal } & Concerned)
  /** All devices of the other desk that could open it are revoked, and nothing shows that it was read. */
  | ({ readonly type: "recipientsGone" } & Concerned)
  /** Queued by its record, but neither in the outbox nor held. */
  | ({ readonly type: "lost" } & Concerned)
  /** It was closed by someone who had not seen these. */
  | { readonly type: "unseenByCloser"; readonly letters: readonly LetterMention[] };

type Concerned = {
  readonly envelope: EnvelopeId;
  readonly kind: EnvelopeKind;
  readonly at: Instant;
};

/** In the order of the letters that are concerned; refusals first. */
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

/** A reply by an author who had seen it is the sign that it was read all the same. */
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

/** S10 removes the entry of what is taken back: that is no loss. */
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
