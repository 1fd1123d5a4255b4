import type { DeskAddress } from "#domain/desk.ts";
import { msToInstant } from "#domain/instant.ts";
import { type Language, languages } from "#domain/language.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { foldText } from "#domain/text.ts";
import { listReplaced } from "#domain/trust/deskSheet.ts";
import type { Sheet, SheetId } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { type AuthorError, findAuthor } from "#sealing/outgoing/queueLetter.ts";
import { loadWords } from "#sealing/passphrase/loadWords.ts";
import type { SealingDeps } from "#sealing/vault/useSealing.ts";
import { base64urlToBytes } from "#signing/base64url.ts";
import { signText } from "#signing/signText.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { tryStorage } from "#storage/storageError.ts";

/** The secret that a recovery sheet's words encode. It is never stored. */
export type SheetSecret = {
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  /** `age1pq1…` */
  readonly sealingKey: string;
};

export type SheetWordsError =
  | { readonly type: "sheetWordUnknown"; readonly place: number; readonly word: string }
  | { readonly type: "sheetWordsMissing"; readonly count: number; readonly wanted: number }
  /** All words are in a list, but this sequence fails the check. */
  | { readonly type: "sheetWordsWrong" };

/**
 * Reads a sheet's words as people type or paste them: in any of the four languages, with or without
 * accents, capitals, commas and the numbers printed before them.
 */
export const readSheetWords = async (
  typed: string,
): Promise<Result<SheetSecret, SheetWordsError>> => {
  const words = splitWords(typed);
  const lists = await Promise.all(languages.map(readAgainst(words)));
  const [nearest] = lists.toSorted((a, b) => b.knownCount - a.knownCount);
  const unknown = nearest?.places.indexOf(-1) ?? -1;
  if (unknown >= 0) {
    return err({ type: "sheetWordUnknown", place: unknown + 1, word: words[unknown] ?? "" });
  }
  if (words.length !== sheetWordCount) {
    return err({ type: "sheetWordsMissing", count: words.length, wanted: sheetWordCount });
  }
  for (const { list, places } of lists) {
    const seed = await placesToSeed(list, places);
    if (seed) return ok(await seedToSheetSecret(seed));
  }
  return err({ type: "sheetWordsWrong" });
};

/** Splits typed text into words, normalized for comparison. */
const splitWords = (typed: string): readonly string[] =>
  foldText(typed)
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^\d*[.)·]*/, "").replace(/\.$/, ""))
    .filter((word) => word !== "");

type ListReading = {
  readonly list: readonly string[];
  readonly knownCount: number;
  /** Each word's index in the list; -1 if it is not there. */
  readonly places: readonly number[];
};

const readAgainst =
  (words: readonly string[]) =>
  async (language: Language): Promise<ListReading> => {
    const list = await loadWords(language);
    const placesByWord = new Map(list.map((word, place) => [foldText(word), place]));
    const places = words.map((word) => placesByWord.get(word) ?? -1);
    return { list, places, knownCount: places.filter((place) => place >= 0).length };
  };

/** Converts list indexes to the seed; undefined if one is missing or the checksum fails. */
const placesToSeed = async (
  list: readonly string[],
  places: readonly number[],
): Promise<Uint8Array | undefined> => {
  const { mnemonicToEntropy } = await import("@scure/bip39");
  const composed = list.map((word) => word.normalize("NFKD"));
  try {
    return mnemonicToEntropy(places.map((place) => composed[place] ?? "").join(" "), composed);
  } catch {
    return undefined;
  }
};

/** A new recovery sheet: the words on paper, and the recipient to seal to. */
export type SheetWords = {
  readonly words: readonly string[];
  readonly language: Language;
  readonly sealingKey: string;
};

/** The number of words on a sheet: 256 bits and a checksum of 8 (BIP 39). */
const sheetWordCount = 24;

/**
 * Creates a sheet's secret and returns it once, as words of a language. The secret itself is
 * discarded; the caller decides what happens to the words.
 */
export const createSheetWords = async (language: Language): Promise<SheetWords> => {
  const { entropyToMnemonic } = await import("@scure/bip39");
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const words = entropyToMnemonic(seed, [...(await loadWords(language))]).split(" ");
  const { sealingKey } = await seedToSheetSecret(seed);
  seed.fill(0);
  return { words, language, sealingKey };
};

/** Converts 32 bytes to their age identity and its recipient. */
const seedToSheetSecret = async (seed: Uint8Array): Promise<SheetSecret> => {
  const { seedToSealingKeys } = await import("#sealing/age/age.ts");
  const { identity, recipient } = await seedToSealingKeys(seed);
  return { identity, sealingKey: recipient };
};

/**
 * Signs an entry for the desk's recovery sheet that replaces all current ones that this device has
 * read in the registry: a recipient, or null for no sheet any more. Nothing is stored or sent.
 */
export const signSheet = async (
  deps: SealingDeps,
  desk: DeskAddress,
  sealingKey: string | null,
): Promise<Result<SignedFile, AuthorError>> => {
  const maker = await findAuthor(deps, desk);
  if (!maker.ok) return maker;
  const seed = base64urlToBytes(maker.value.signingSeed);
  if (!seed) return err({ type: "deskNotEnrolled" });
  const entries = await tryStorage(() => listRegistry(deps.database));
  if (!entries.ok) return entries;
  const sheet: Sheet = {
    schema: "sheet/1",
    id: deps.newId() as SheetId,
    desk,
    sealingKey,
    replaces: [...listReplaced(entries.value, desk)],
    device: maker.value.device,
    madeAt: msToInstant(deps.clock()),
  };
  return ok(signText(seed, "sheet", JSON.stringify(sheet)));
};
