import * as v from "valibot";
import { chooseEdition, type EditionRefusal } from "#domain/chooseEdition.ts";
import type { Edition } from "#domain/edition.ts";
import { msToInstant } from "#domain/instant.ts";
import { type EditionError, parseEdition } from "#domain/parseEdition.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PublicKey, SignedFile } from "#domain/signedFile.ts";
import { openPublished, type SignedError } from "#signing/openPublished.ts";
import type { EditionRow, EnlaceDatabase } from "#storage/database.ts";
import { findEdition, saveEdition } from "#storage/editions.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

export type TakeEditionDeps = {
  readonly database: EnlaceDatabase;
  readonly publishers: readonly PublicKey[];
  /** A key that vouches for demonstrations and nothing else: that of the edition that ships. */
  readonly demonstration?: PublicKey | null;
  readonly clock: () => number;
};

/** Who brought it. */
type Origin = Pick<EditionRow, "source" | "etag">;

export type TakeEditionError = StorageError | SignedError | EditionError | EditionRefusal;

/**
 * Holds an edition from now on, whoever brought it: if a publisher that we trust has signed it, and
 * it is not older than the one held. Else the held one stays as it is.
 */
export const takeEdition = async (
  deps: TakeEditionDeps,
  file: SignedFile,
  from: Origin,
): Promise<Result<"taken" | "current", TakeEditionError>> => {
  const before = await tryStorage(() => findEdition(deps.database));
  if (!before.ok) return before;
  if (before.value && isSame(before.value, file, from)) return ok("current");
  const signed = await openPublished(file, "edition", v.unknown(), listTrusted(deps));
  if (!signed.ok) return signed;
  const edition = parseEdition(file.content);
  if (!edition.ok) return edition;
  const isVouchedFor = edition.value.demonstration || deps.publishers.includes(file.key);
  if (!isVouchedFor) return err({ type: "publisherUnknown" });
  const taken = await tryStorage(() => chooseAndSave(deps, edition.value, file, from));
  return taken.ok ? taken.value : taken;
};

const chooseAndSave = (
  deps: TakeEditionDeps,
  arrived: Edition,
  { key, signature }: SignedFile,
  from: Origin,
): Promise<Result<"taken" | "current", EditionRefusal>> => {
  const { database, clock } = deps;
  const trusted = listTrusted(deps);
  return database.transaction("rw", database.editions, async () => {
    const held = await findEdition(database);
    // Of a key that is trusted no more: its number must not keep a better one out.
    const counting = held && trusted.includes(held.publisher) ? held : undefined;
    const chosen = chooseEdition(counting?.edition, arrived);
    if (!chosen.ok) return chosen;
    const takenAt = msToInstant(clock());
    if (counting && chosen.value === counting.edition) {
      if (!isKnown(counting, from)) await saveEdition(database, { ...counting, ...from, takenAt });
      return ok("current");
    }
    const row = { edition: chosen.value, publisher: key, signature, takenAt };
    await saveEdition(database, { ...row, ...from });
    return ok("taken");
  });
};

const listTrusted = ({ publishers, demonstration }: TakeEditionDeps): readonly PublicKey[] =>
  demonstration ? [...publishers, demonstration] : publishers;

/** Verified when it was taken: nothing of it is looked at again. */
const isSame = (held: EditionRow, file: SignedFile, from: Origin): boolean =>
  held.signature === file.signature && isKnown(held, from);

/** What the endpoint serves is worth noting for its tag, which spares the next answer. */
const isKnown = (held: EditionRow, { source, etag }: Origin): boolean =>
  source !== "endpoint" || (held.source === source && held.etag === etag);
