import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { Instant, msToInstant } from "#domain/instant.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey, type SignedFile, type SignedPurpose } from "#domain/trust/signedFile.ts";
import { base64urlToBytes, bytesToBase64url } from "#signing/base64url.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { writeFileWhole } from "./signedFiles.ts";

/** A publisher, by the keys in its folder. */
export type Publisher = {
  /** The key that signs, then the older ones: all are trusted while they overlap. */
  readonly publicKeys: readonly PublicKey[];
  readonly sign: (purpose: SignedPurpose, content: string) => SignedFile;
};

/** `keyNumber`: the number in the file name of the key that signs. */
export type FolderPublisher = Publisher & { readonly keyNumber: number };

/** Opens the publisher whose keys are in a folder; the error is a sentence. */
export const openPublisher = async (folder: string): Promise<Result<FolderPublisher, string>> => {
  const keys: PublisherKey[] = [];
  const numbers = (await listKeyNumbers(folder)).toReversed();
  for (const number of numbers) {
    const path = keyPath(folder, number);
    const key = parseJson(await readFile(path, "utf8"), PublisherKey);
    if (!key) return err(`${path} is not a publisher's key, or was changed.`);
    keys.push(key);
  }
  const [current] = keys;
  const [keyNumber] = numbers;
  if (!current || !keyNumber)
    return err(`There is no publisher's key in ${folder}: make one with “key”.`);
  return ok({
    keyNumber,
    publicKeys: keys.map(({ publicKey }) => publicKey),
    sign: (purpose, content) => signText(keyToSeed(current), purpose, content),
  });
};

/** A publisher that only this process can use: its seed is never written. */
export const createThrowAwayPublisher = (): Publisher => {
  const seed = createSigningSeed();
  return {
    publicKeys: [seedToPublicKey(seed)],
    sign: (purpose, content) => signText(seed, purpose, content),
  };
};

export const hasPublisherKey = async (folder: string): Promise<boolean> =>
  (await listKeyNumbers(folder)).length > 0;

/** Creates one more key, in a file that only its owner may read, and returns the file's path. */
export const makePublisherKey = async (folder: string, nowMs: number): Promise<string> => {
  const seed = createSigningSeed();
  const key = {
    schema: "publisher-key/1",
    publicKey: seedToPublicKey(seed),
    seed: bytesToBase64url(seed),
    madeAt: msToInstant(nowMs),
  } satisfies Record<keyof PublisherKey, string>;
  const path = keyPath(folder, ((await listKeyNumbers(folder)).at(-1) ?? 0) + 1);
  await writeFileWhole(path, `${JSON.stringify(key, undefined, 2)}\n`, "owner");
  return path;
};

const keyPath = (folder: string, number: number): string => join(folder, `key-${number}.json`);

/** Ascending. An offline machine's clock may be wrong, so the number says which key is the newest. */
const listKeyNumbers = async (folder: string): Promise<readonly number[]> => {
  const names = await listNames(folder);
  return names
    .flatMap((name) => /^key-([1-9]\d{0,3})\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
};

/** A missing folder counts as empty; one that can't be read throws. */
const listNames = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
};

/** A key in the publisher's folder, in the clear. */
type PublisherKey = v.InferOutput<typeof PublisherKey>;

/** The private half of a parsed key. */
const keyToSeed = ({ seed }: { readonly seed: string }): Uint8Array =>
  base64urlToBytes(seed) ?? new Uint8Array();

const PublisherKey = v.pipe(
  v.strictObject({
    schema: v.literal("publisher-key/1"),
    publicKey: PublicKey,
    /** 32 bytes in base64url. Anyone who has them can sign as the publisher. */
    seed: v.pipe(
      v.string(),
      v.check((text) => base64urlToBytes(text)?.length === 32),
    ),
    madeAt: Instant,
  }),
  v.check((key) => seedToPublicKey(keyToSeed(key)) === key.publicKey, "halves"),
);
