import { sql } from "kysely";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { GrantId, SheetId } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import type { RegistryRowType, SqliteTx } from "./sqliteSchema.ts";
import type { StoredRegistryRow } from "./store.ts";

/** The signed files of this type about this subject, the oldest first. */
export const listHeldFiles = async (
  db: SqliteTx,
  type: RegistryRowType,
  subject: GrantId | DeviceId | SheetId,
): Promise<readonly SignedFile[]> => {
  const rows = await db
    .selectFrom("registry")
    .select("file")
    .where("type", "=", type)
    .where("subject", "=", subject)
    .orderBy("position")
    .execute();
  return rows.map(({ file }) => parseFile(file));
};

/**
 * The first grant or revocation with this id that a trusted key has signed.
 *
 * [Note: a key that is trusted no longer] Files that it signed stay in the registry, which is
 * append-only, and are ignored from the next start on, here as on every device. A thief of a
 * publisher's key loses everything gained by it once the key is no longer trusted.
 */
export const findTrusted = async (
  db: SqliteTx,
  publishers: readonly PublicKey[],
  type: "grant" | "revocation",
  grant: GrantId,
): Promise<SignedFile | undefined> => {
  const files = await listHeldFiles(db, type, grant);
  return files.find(({ key }) => publishers.includes(key));
};

/** As `findTrusted`, for the grant that a column of an outer query names. */
export const selectRevocation = (
  db: SqliteTx,
  publishers: readonly PublicKey[],
  grantColumn: string,
) =>
  db
    .selectFrom("registry as revocations")
    .select("revocations.position")
    .where("revocations.type", "=", "revocation")
    .where("revocations.subject", "=", sql.ref<GrantId>(grantColumn))
    .where("revocations.signer", "in", publishers);

/** See `Store.listRegistry`. */
export const listRegistry = async (
  db: SqliteTx,
  after: number,
  limit: number,
): Promise<readonly StoredRegistryRow[]> => {
  const rows = await db
    .selectFrom("registry")
    .select(["position", "file"])
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map(({ position, file }) => ({ position, file: parseFile(file) }));
};

/** Only this store writes them, from files that were parsed: trusted, and not parsed by a schema. */
export const parseFile = (text: string): SignedFile => JSON.parse(text) as SignedFile;
