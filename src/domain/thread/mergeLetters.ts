import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Receipt, Receipts } from "#domain/envelope/receipt.ts";
import type { Causality } from "./causality.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { KeptLetter } from "./thread.ts";

/**
 * Merges copies of letters into one each, with everything known of it, from any source: this
 * device, the feed, a colleague's device. The order of `letters` has no meaning.
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

/**
 * Merges the copies of one id. If two different letters were signed under it, the endpoint holds
 * only one, and the feed's is used.
 */
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

/** The earliest receipt comes first: a restored endpoint gives another one for the same letter. */
const compareReceipts = (a: Receipt, b: Receipt): number =>
  compareText(a.heldAt + a.digest, b.heldAt + b.digest);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders letters so that none comes before one that its author had seen. Among letters whose
 * authors had not seen each other's, `compareLetters` decides.
 */
export const orderLetters = (
  letters: readonly StandingLetter[],
  { isBefore }: Causality,
  compareLetters: (a: KeptLetter, b: KeptLetter) => number,
): readonly StandingLetter[] => {
  const rest = letters.toSorted((a, b) => compareLetters(a.kept, b.kept));
  const ordered: StandingLetter[] = [];
  while (rest.length > 0) {
    // One is always found, because `isBefore` has no cycles.
    const at = rest.findIndex((one) => !rest.some((other) => isBefore(other, one)));
    ordered.push(...rest.splice(Math.max(at, 0), 1));
  }
  return ordered;
};

/** Compares by receipt: the same at both desks, whose feeds have different positions. */
export const compareByReceipt = (a: KeptLetter, b: KeptLetter): number =>
  compare(a.receipt?.heldAt ?? "~", b.receipt?.heldAt ?? "~") || compareIds(a, b);

/**
 * Compares by the position in the desk's feed: letters that a colleague handed over come first,
 * because they are older than this device; letters not yet in the feed come last.
 */
export const compareByFeed = (a: KeptLetter, b: KeptLetter): number =>
  compare(placeOf(a), placeOf(b)) || compare(timeOf(a), timeOf(b)) || compareIds(a, b);

const placeOf = ({ position, receipt, queuedAt }: KeptLetter): number =>
  position ?? (receipt && queuedAt === null ? 0 : Infinity);

const timeOf = ({ receipt, queuedAt, letter }: KeptLetter): string =>
  receipt?.heldAt ?? queuedAt ?? letter.writtenAt;

const compareIds = (a: KeptLetter, b: KeptLetter): number => compare(a.letter.id, b.letter.id);

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
