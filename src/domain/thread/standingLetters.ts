import { isSameDesk } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { KeptLetter } from "./thread.ts";

/** A letter's current version, and the ids of all its versions. */
export type StandingLetter = {
  /** The id of its first version. */
  readonly root: EnvelopeId;
  readonly kept: KeptLetter;
  /** The ids of all versions: an author who has seen one of them has seen this letter. */
  readonly versions: readonly EnvelopeId[];
  /** The letters that its author had seen when writing the first version. */
  readonly seen: readonly EnvelopeId[];
};

/**
 * Lists the current version of each letter of a thread; a letter sent again (`replaces`) takes the
 * place of what it replaces. It replaces only a letter that is here, of the same desk and kind:
 * otherwise one desk could replace the other's text.
 */
export const listStandingLetters = (letters: readonly KeptLetter[]): readonly StandingLetter[] => {
  const byId = new Map(letters.map((kept) => [kept.letter.id, kept]));
  const groups = new Map<KeptLetter, KeptLetter[]>();
  for (const kept of letters) {
    const root = findRoot(kept, byId);
    groups.set(root, [...(groups.get(root) ?? []), kept]);
  }
  return [...groups].flatMap(([root, versions]) => {
    const kept = findLast(versions);
    if (!kept) return [];
    const ids = versions.map(({ letter }) => letter.id).toSorted();
    return [{ root: root.letter.id, kept, versions: ids, seen: root.letter.seen }];
  });
};

type LettersById = ReadonlyMap<EnvelopeId, KeptLetter>;

const findRoot = (kept: KeptLetter, byId: LettersById): KeptLetter => {
  const passed = new Set([kept.letter.id]);
  let root = kept;
  for (;;) {
    const replaced = findReplaced(root, byId);
    if (!replaced) return root;
    // A cycle has no valid order: each letter in it stays separate.
    if (passed.has(replaced.letter.id)) return kept;
    passed.add(replaced.letter.id);
    root = replaced;
  }
};

const findReplaced = ({ letter }: KeptLetter, byId: LettersById): KeptLetter | undefined => {
  const replaced = letter.replaces === undefined ? undefined : byId.get(letter.replaces);
  if (!replaced) return undefined;
  const { kind, from, to } = replaced.letter;
  const isSame = kind === letter.kind && isSameDesk(from, letter.from) && isSameDesk(to, letter.to);
  return isSame ? replaced : undefined;
};

/**
 * Finds the version that no other replaces. If two colleagues sent it again at once, prefers one
 * that is held.
 */
const findLast = (versions: readonly KeptLetter[]): KeptLetter | undefined => {
  const replaced = new Set(versions.map(({ letter }) => letter.replaces));
  const last = versions.filter(({ letter }) => !replaced.has(letter.id));
  const key = ({ letter, receipt }: KeptLetter) => `${receipt ? 0 : 1} ${letter.id}`;
  return last.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))[0];
};
