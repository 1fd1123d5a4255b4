/** A text normalized for comparison, with the original position of each character. */
export type FoldedText = {
  readonly folded: string;
  /** For each unit of `folded`, and for its end, the offset in the original. Never falls. */
  readonly offsets: readonly number[];
};

/**
 * Removes case and accents, and replaces typographic spaces, quotes, hyphens and letters with plain
 * ones (`œ` becomes `oe`): what a person means when typing on a phone.
 */
export const foldText = (text: string): string => {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
};

/** Folds like {@link foldText}, with the offsets that show a hit in its original spelling. */
export const foldWithOffsets = (text: string): FoldedText => {
  const offsets: number[] = [];
  let folded = "";
  let offset = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) offsets.push(offset);
    folded += part;
    offset += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
};

/** Converts a folded span to the original's: whole characters, their accents included. */
export const toOriginalSpan = (
  { offsets }: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => {
  const first = offsets[start] ?? 0;
  let after = end;
  // A hit that ends inside `œ` takes the whole letter.
  while (after < offsets.length - 1 && offsets[after] === offsets[after - 1]) after += 1;
  return { start: first, end: offsets[after] ?? first };
};

/** Counts the bytes of `text` in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const kin: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "\u2011": "-",
};

// The same few hundred characters occur again and again: caching each one's result is 20 times
// faster.
const foldedByCharacter = new Map<string, string>();

const foldCharacter = (character: string): string => {
  const known = foldedByCharacter.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = /^\s$/u.test(bare) ? " " : (kin[bare] ?? bare);
  foldedByCharacter.set(character, folded);
  return folded;
};
