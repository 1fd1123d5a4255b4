import { type DeskAddress, type DeskId, deskToId, isSameDesk } from "#domain/desk.ts";
import { type EnvelopeKind, isWithinDesk } from "#domain/envelope/envelope.ts";
import type { Receipts } from "#domain/envelope/receipt.ts";
import type { InquiryContent } from "#domain/inquiry/inquiry.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { type Causality, createCausality } from "./causality.ts";
import { compareByReceipt, mergeLetters, orderLetters } from "./mergeLetters.ts";
import { listStandingLetters, type StandingLetter } from "./standingLetters.ts";
import type { KeptLetter, LetterMention, ThreadSide } from "./thread.ts";

/** The letters between the two desks of a thread, and their causal order. */
export type ThreadView = {
  readonly inquiry: StandingLetter | null;
  readonly content: InquiryContent | null;
  /** Between the two desks; the inquiry among them. */
  readonly letters: readonly StandingLetter[];
  /** From a desk that is no party to this thread, or a second inquiry in it. */
  readonly outOfPlace: readonly StandingLetter[];
  readonly causality: Causality;
  /** The side of the desk whose view this is; null while the inquiry is not here. */
  readonly side: ThreadSide | null;
  readonly sideOf: (letter: StandingLetter) => ThreadSide | null;
  /** Finds the withdrawal with which its own desk took a letter back. */
  readonly findWithdrawal: (letter: StandingLetter) => StandingLetter | undefined;
  /** Lists letters by the desk whose view this is, written here or by a colleague. */
  readonly listOwn: () => readonly StandingLetter[];
  /** Lists held, not withdrawn letters of `kinds` by `side`; both desks get the same order. */
  readonly listCounted: (
    kinds: readonly EnvelopeKind[],
    side?: ThreadSide,
  ) => readonly StandingLetter[];
};

/** Creates a desk's view of a thread; the same letters give the same view in any order. */
export const createThreadView = (
  desk: DeskId,
  kept: readonly KeptLetter[],
  receipts: Receipts,
): ThreadView => {
  const between = mergeLetters(kept, receipts).filter(({ letter }) => !isWithinDesk(letter.kind));
  const all = listStandingLetters(between).toSorted((a, b) => compareByReceipt(a.kept, b.kept));
  const inquiry = findInquiry(all, desk);
  const isPlaced = (one: StandingLetter): boolean => {
    if (!inquiry) return isAbout(one.kept.letter, desk);
    return one === inquiry || isOfThread(one.kept.letter, inquiry.kept.letter);
  };
  const placed = all.filter(isPlaced);
  // Letters of other desks must not affect what our two desks have seen.
  const causality = createCausality(placed);
  const letters = orderLetters(placed, causality, compareByReceipt);
  const sideOf = ({ kept: { letter } }: StandingLetter): ThreadSide | null => {
    if (!inquiry) return null;
    return isSameDesk(letter.from, inquiry.kept.letter.from) ? "asker" : "asked";
  };
  const withdrawals = letters.filter(({ kept: { letter } }) => letter.kind === "withdrawal");
  const findWithdrawal = (letter: StandingLetter): StandingLetter | undefined =>
    withdrawals.find((withdrawal) => isWithdrawalOf(withdrawal, letter));
  return {
    inquiry,
    content: inquiry ? toContent(inquiry.kept.letter) : null,
    letters,
    outOfPlace: all.filter((one) => !isPlaced(one)),
    causality,
    side: inquiry && (isBy(inquiry, desk) ? "asker" : "asked"),
    sideOf,
    findWithdrawal,
    listOwn: () => letters.filter((one) => isBy(one, desk)),
    listCounted: (kinds, side) =>
      letters.filter(
        (one) =>
          kinds.includes(one.kept.letter.kind) &&
          one.kept.receipt !== null &&
          (side === undefined || sideOf(one) === side) &&
          !findWithdrawal(one),
      ),
  };
};

/** A withdrawal is valid only from the desk whose letter it takes back. */
const isWithdrawalOf = (withdrawal: StandingLetter, letter: StandingLetter): boolean => {
  const { content, from } = withdrawal.kept.letter;
  return (
    content.schema === "withdrawal/1" &&
    letter.versions.includes(content.withdraws) &&
    isSameDesk(from, letter.kept.letter.from)
  );
};

/** Prefers the desk's own inquiry: another desk's letter must not replace what we asked. */
const findInquiry = (all: readonly StandingLetter[], desk: DeskId): StandingLetter | null => {
  const inquiries = all.filter(
    ({ kept: { letter } }) => letter.kind === "inquiry" && isAbout(letter, desk),
  );
  const own = inquiries.find((one) => isBy(one, desk));
  return own ?? inquiries[0] ?? null;
};

const isBy = ({ kept }: StandingLetter, desk: DeskId): boolean =>
  deskToId(kept.letter.from) === desk;

const isAbout = ({ from, to }: Letter, desk: DeskId): boolean =>
  deskToId(from) === desk || deskToId(to) === desk;

const isOfThread = (letter: Letter, inquiry: Letter): boolean => {
  const isPair = (a: DeskAddress, b: DeskAddress): boolean =>
    isSameDesk(letter.from, a) && isSameDesk(letter.to, b);
  const { from, to } = inquiry;
  return letter.kind !== "inquiry" && (isPair(from, to) || isPair(to, from));
};

const toContent = ({ content }: Letter): InquiryContent | null =>
  content.schema === "inquiry/1" ? content : null;

/** Describes a letter for a status: which, by whom, and since when it is valid. */
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
