import type { Edition } from "#domain/directory/edition.ts";
import type { Digest } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { sha256 } from "./sha256.ts";
import { parseFile } from "./sqliteRegistry.ts";
import type { SqliteTx } from "./sqliteSchema.ts";
import type { EditionTag, PublishedRefusal, Taken } from "./store.ts";

/** See `Store.savePublished`; runs in the transaction that it is given. */
export const saveEdition = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { edition, file }: { readonly edition: Edition; readonly file: SignedFile },
): Promise<Result<Taken, PublishedRefusal>> => {
  const { number, demonstration } = edition;
  const newest = await findNewestEdition(tx, publishers);
  const older = err({ type: "editionOlder", heldNumber: newest?.number ?? 0 } as const);
  if (newest && demonstration && !newest.demonstration) return older;
  if (newest && demonstration === newest.demonstration) {
    if (number < newest.number) return older;
    if (number === newest.number) {
      const newestFile = parseFile(await readEdition(tx, newest.digest));
      // One number names one text, by whichever key it is signed.
      if (newestFile.content !== file.content) return older;
    }
  }
  const text = JSON.stringify(file);
  const inserted = await tx
    .insertInto("editions")
    .values({
      number,
      demonstration: demonstration ? 1 : 0,
      signer: file.key,
      digest: sha256(text),
      file: text,
    })
    .onConflict((conflict) => conflict.column("digest").doNothing())
    .executeTakeFirst();
  return ok(inserted.numInsertedOrUpdatedRows === 0n ? "before" : "now");
};

/** See `Store.findNewestEdition`. */
export const findNewestEdition = async (
  db: SqliteTx,
  publishers: readonly PublicKey[],
): Promise<EditionTag | undefined> => {
  const row = await db
    .selectFrom("editions")
    .select(["number", "demonstration", "digest"])
    .where("signer", "in", publishers)
    .orderBy("demonstration")
    .orderBy("number", "desc")
    .orderBy("taken", "desc")
    .executeTakeFirst();
  return row && { ...row, demonstration: row.demonstration === 1 };
};

/** See `Store.readEdition`. */
export const readEdition = async (db: SqliteTx, digest: Digest): Promise<string> => {
  const row = await db
    .selectFrom("editions")
    .select("file")
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  return row.file;
};
