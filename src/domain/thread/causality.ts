import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { StandingLetter } from "./standingLetters.ts";

/** The causal order of letters, based on what their authors had seen; clocks play no part (S8). */
export type Causality = {
  /** Tells whether the author of `later` had seen `earlier`. A strict partial order. */
  readonly isBefore: (earlier: StandingLetter, later: StandingLetter) => boolean;
  /** Tells whether neither author had seen the other's letter. */
  readonly isConcurrent: (a: StandingLetter, b: StandingLetter) => boolean;
  /** Lists those of `letters` that the author of no other one had seen. */
  readonly listNewest: (letters: readonly StandingLetter[]) => readonly StandingLetter[];
};

/**
 * Creates the causality of a thread's letters. It is transitive: what an author had seen includes
 * what those letters' authors had seen, named again or not. Letters outside `letters` are before
 * none.
 */
export const createCausality = (letters: readonly StandingLetter[]): Causality => {
  const numbers = new Map(letters.map((letter, number) => [letter, number]));
  const pasts = collectPasts(listSeenNumbers(letters));
  const isInPast = (earlier: number, later: number): boolean =>
    (((pasts[later]?.[earlier >>> 5] ?? 0) >>> (earlier & 31)) & 1) === 1;
  const isBefore = (earlier: StandingLetter, later: StandingLetter): boolean => {
    const [one, other] = [numbers.get(earlier), numbers.get(later)];
    if (one === undefined || other === undefined) return false;
    // If two letters each claim to have seen the other, neither is believed.
    return isInPast(one, other) && !isInPast(other, one);
  };
  return {
    isBefore,
    isConcurrent: (a, b) => a !== b && !isBefore(a, b) && !isBefore(b, a),
    listNewest: (some) => some.filter((one) => !some.some((other) => isBefore(one, other))),
  };
};

const listSeenNumbers = (letters: readonly StandingLetter[]): readonly (readonly number[])[] => {
  const byVersion = new Map<EnvelopeId, number>();
  for (const [number, { versions }] of letters.entries()) {
    for (const id of versions) byVersion.set(id, number);
  }
  return letters.map(({ seen }) =>
    seen.map((id) => byVersion.get(id)).filter((number) => number !== undefined),
  );
};

/**
 * Collects the past of each letter, as one bit per letter. Iterates until nothing is added: two
 * rounds if the letters are roughly in order; it also ends if some claim to have seen each other.
 */
const collectPasts = (seen: readonly (readonly number[])[]): readonly Uint32Array[] => {
  const words = Math.ceil(seen.length / 32);
  const pasts = seen.map(() => new Uint32Array(words));
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const [number, past] of pasts.entries()) {
      for (const other of seen[number] ?? []) {
        isChanged = addPast(past, other, pasts[other]) || isChanged;
      }
    }
  }
  return pasts;
};

/** Adds a letter and its past to a past; returns whether that changed anything. */
const addPast = (past: Uint32Array, other: number, otherPast: Uint32Array | undefined): boolean => {
  let isChanged = false;
  for (const [word, bits] of past.entries()) {
    const own = other >>> 5 === word ? 1 << (other & 31) : 0;
    const added = (bits | own | (otherPast?.[word] ?? 0)) >>> 0;
    if (added === bits) continue;
    past[word] = added;
    isChanged = true;
  }
  return isChanged;
};
