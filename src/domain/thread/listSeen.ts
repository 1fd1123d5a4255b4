import type { EnvelopeId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import { createCausality } from "./causality.ts";
import { mergeLetters } from "./mergeLetters.ts";
import { compareByFeed, orderLetters } from "./orderLetters.ts";
import { listStandingLetters } from "./standingLetters.ts";
import type { KeptLetter } from "./thread.ts";

/** So many ids are named at most, unless more were written at once: a reply has to fit its envelope. */
export const seenMost = 100;

/**
 * What the author of a letter of `kind` has seen of its thread. The newest come first, those that
 * nobody has answered before all: what is left out of a long list follows from them. A letter to the
 * other desk says nothing of what stays within one's own.
 */
export const listSeen = (
  letters: readonly KeptLetter[],
  kind: EnvelopeKind,
): readonly EnvelopeId[] => {
  const isInternal = kind === "note" || kind === "handover";
  const shown = mergeLetters(letters, new Map()).filter(
    ({ letter }) => letter.kind !== "handover" && (isInternal || letter.kind !== "note"),
  );
  const standing = listStandingLetters(shown);
  const causality = createCausality(standing);
  const newest = causality.listNewest(standing);
  const older = orderLetters(standing, causality, compareByFeed).filter(
    (letter) => !newest.includes(letter),
  );
  const ordered = [
    ...newest.toSorted((a, b) => compareByFeed(b.kept, a.kept)),
    ...older.toReversed(),
  ];
  return ordered.slice(0, Math.max(newest.length, seenMost)).map(({ kept }) => kept.letter.id);
};
