import * as v from "valibot";
import {
  chooseEdition,
  type Edition,
  type EditionError,
  type EditionRefusal,
  parseEdition,
} from "#domain/directory/edition.ts";
import {
  type PrivatePart,
  type SplitEdition,
  splitEdition,
} from "#domain/directory/readableDirectory.ts";
import { msToInstant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, type SignedError } from "#signing/openPublished.ts";
import { findEdition, type PrivatePartChange, saveEdition } from "#storage/content/editions.ts";
import type { EditionRow, EnlaceDatabase } from "#storage/database.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

/** Seals the private part of an edition with the data key, which `sync` never sees. */
export type PrivatePartSealer = {
  readonly canSeal: () => boolean;
  /** Null if it can no longer seal. */
  readonly seal: (part: PrivatePart) => Promise<PrivateWrite["row"] | null>;
};

export type TakeEditionDeps = {
  readonly database: EnlaceDatabase;
  readonly publishers: readonly PublicKey[];
  /** A key that is trusted for demonstrations only: the key of the shipped edition. */
  readonly demonstration?: PublicKey | null;
  readonly clock: () => number;
  /** Null without a vault, as in the worker: then only the open part is saved. */
  readonly privatePartSealer: PrivatePartSealer | null;
};

/** Where it came from. */
type Origin = Pick<EditionRow, "source" | "etag">;

type Arrival = {
  readonly file: SignedFile;
  readonly from: Origin;
  readonly split: SplitEdition;
  readonly sealed: PrivateWrite["row"] | null;
};

export type TakeEditionError = StorageError | SignedError | EditionError | EditionRefusal;

/**
 * Saves an edition from any source if a trusted publisher has signed it and it is not older than the
 * current one; otherwise the current one stays. Private contacts are saved only sealed: while nothing
 * can seal them, the open part is saved with `closedMissing`.
 */
export const takeEdition = async (
  deps: TakeEditionDeps,
  file: SignedFile,
  from: Origin,
): Promise<Result<"taken" | "current", TakeEditionError>> => {
  const before = await tryStorage(() => findEdition(deps.database));
  if (!before.ok) return before;
  const isWhole = !wantsPrivatePart(deps, before.value);
  if (before.value && isWhole && isSame(before.value, file, from)) return ok("current");
  const signed = await openPublished(file, "edition", v.unknown(), listTrusted(deps));
  if (!signed.ok) return signed;
  const edition = parseEdition(file.content);
  if (!edition.ok) return edition;
  const isVouchedFor = edition.value.demonstration || deps.publishers.includes(file.key);
  if (!isVouchedFor) return err({ type: "publisherUnknown" });
  const split = splitEdition(edition.value);
  // Before the transaction: Firefox and WebKit commit one in which cryptography is awaited.
  const sealed =
    split.counts.length > 0 ? await deps.privatePartSealer?.seal(split.privatePart) : null;
  const arrival = { file, from, split, sealed: sealed ?? null };
  const taken = await tryStorage(() => chooseAndSave(deps, arrival));
  return taken.ok ? taken.value : taken;
};

/** Whether the private part that the current edition lacks could be sealed now. */
export const wantsPrivatePart = (
  { privatePartSealer }: TakeEditionDeps,
  current: EditionRow | undefined,
): boolean => current?.closedMissing === true && privatePartSealer?.canSeal() === true;

const chooseAndSave = (
  deps: TakeEditionDeps,
  { file, from, split, sealed }: Arrival,
): Promise<Result<"taken" | "current", EditionRefusal>> => {
  const { database, clock } = deps;
  const { editions, privates, singles } = database;
  const trusted = listTrusted(deps);
  return database.transaction("rw", [editions, privates, singles], async () => {
    const found = await findEdition(database);
    // An edition by a key that is no longer trusted: its number must not keep a valid one out.
    const counting = found && trusted.includes(found.publisher) ? found : undefined;
    const chosen = chooseEdition(counting?.edition, split.open);
    if (!chosen.ok) return chosen;
    const takenAt = msToInstant(clock());
    const isCompleted = counting?.closedMissing === true && sealed !== null;
    if (counting && chosen.value === counting.edition && !isCompleted) {
      const row = { ...counting, ...from, takenAt };
      if (!isKnown(counting, from)) await saveEdition(database, row, { type: "keep" });
      return ok("current");
    }
    const { key: publisher, signature } = file;
    const { open: edition, counts: closedCounts } = split;
    const closedMissing = closedCounts.length > 0 && sealed === null;
    const row = { edition, closedCounts, closedMissing, publisher, signature, takenAt, ...from };
    await saveEdition(
      database,
      row,
      planPrivatePart(counting?.edition, { file, from, split, sealed }),
    );
    return ok("taken");
  });
};

/** An older edition's private part is better than none, if it is of the same directory. */
const planPrivatePart = (
  counting: Edition | undefined,
  { split, sealed }: Arrival,
): PrivatePartChange => {
  if (sealed) return { type: "replace", row: sealed };
  const isSameDirectory = counting?.demonstration === split.open.demonstration;
  return { type: isSameDirectory && split.counts.length > 0 ? "keep" : "remove" };
};

const listTrusted = ({ publishers, demonstration }: TakeEditionDeps): readonly PublicKey[] =>
  demonstration ? [...publishers, demonstration] : publishers;

/** The same signature was verified when the current edition was taken. */
const isSame = (current: EditionRow, file: SignedFile, from: Origin): boolean =>
  current.signature === file.signature && isKnown(current, from);

/** A new tag from the endpoint is worth saving: it spares the next answer. */
const isKnown = (current: EditionRow, { source, etag }: Origin): boolean =>
  source !== "endpoint" || (current.source === source && current.etag === etag);
