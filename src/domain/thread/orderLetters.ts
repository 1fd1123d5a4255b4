import type { Causality } from "./causality.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { KeptLetter } from "./thread.ts";

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
