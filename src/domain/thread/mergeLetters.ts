import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Receipt, Receipts } from "#domain/envelope/receipt.ts";
import type { Causality } from "./causality.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { KeptLetter } from "./thread.ts";

/**
 * Each letter once, with all that is known of it, whoever brought it: this device, the feed, a
 * colleague's device. The order in which they stand says nothing.
 */
export const mergeLetters = (
  letters: readonly KeptLetter[],
  receipts: Receipts,
): readonly KeptLetter[] => {
  const byId = new Map<EnvelopeId, KeptLetter[]>();
  for (const kept of letters) {
    const { id } = kept.letter;
    byId.set(id, [...(byId.get(id) ?? []), kept]);
  }
  return [...byId].flatMap(([id, copies]) => mergeCopies(copies, receipts.get(id)));
};

/** Two letters signed under one id: the endpoint holds one, and the feed's is the one that counts. */
const mergeCopies = (copies: readonly KeptLetter[], receipt: Receipt | undefined): KeptLetter[] => {
  const [first] = copies.toSorted(comparePlace);
  if (!first) return [];
  const same = copies.filter(({ signed }) => signed.signature === first.signed.signature);
  const receipts = [...same.map((kept) => kept.receipt), receipt].filter((one) => !!one);
  const queued = same.map(({ queuedAt }) => queuedAt).filter((at) => at !== null);
  return [
    {
      ...first,
      receipt: receipts.toSorted(compareReceipts)[0] ?? null,
      queuedAt: queued.toSorted()[0] ?? null,
    },
  ];
};

const comparePlace = (a: KeptLetter, b: KeptLetter): number =>
  (a.position ?? Infinity) === (b.position ?? Infinity)
    ? compareText(a.signed.signature, b.signed.signature)
    : (a.position ?? Infinity) - (b.position ?? Infinity);

/** The endpoint held it first then; a restored one gives another receipt for the same. */
const compareReceipts = (a: Receipt, b: Receipt): number =>
  compareText(a.heldAt + a.digest, b.heldAt + b.digest);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Letters in an order in which nothing stands before what its author had seen. Among those that knew
 * nothing of each other, `compareLetters` decides.
 */
export const orderLetters = (
  letters: readonly StandingLetter[],
  { isBefore }: Causality,
  compareLetters: (a: KeptLetter, b: KeptLetter) => number,
): readonly StandingLetter[] => {
  const rest = letters.toSorted((a, b) => compareLetters(a.kept, b.kept));
  const ordered: StandingLetter[] = [];
  while (rest.length > 0) {
    // There is always one: `isBefore` has no rings.
    const at = rest.findIndex((one) => !rest.some((other) => isBefore(other, one)));
    ordered.push(...rest.splice(Math.max(at, 0), 1));
  }
  return ordered;
};

/** By the endpoint's receipt: the same at both desks, whose feeds have places of their own. */
export const compareByReceipt = (a: KeptLetter, b: KeptLetter): number =>
  compare(a.receipt?.heldAt ?? "~", b.receipt?.heldAt ?? "~") || compareIds(a, b);

/**
 * By the place in the desk's feed: first what a colleague handed on, which is older than this device;
 * last what the feed has not brought yet.
 */
export const compareByFeed = (a: KeptLetter, b: KeptLetter): number =>
  compare(placeOf(a), placeOf(b)) || compare(timeOf(a), timeOf(b)) || compareIds(a, b);

const placeOf = ({ position, receipt, queuedAt }: KeptLetter): number =>
  position ?? (receipt && queuedAt === null ? 0 : Infinity);

const timeOf = ({ receipt, queuedAt, letter }: KeptLetter): string =>
  receipt?.heldAt ?? queuedAt ?? letter.writtenAt;

const compareIds = (a: KeptLetter, b: KeptLetter): number => compare(a.letter.id, b.letter.id);

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
