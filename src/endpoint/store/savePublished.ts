import { deskToId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys, type Grant, type GrantId, type Sheet } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { saveEdition } from "./sqliteEditions.ts";
import { appendToRegistry } from "./sqliteLists.ts";
import { appendGoneNoticesOfGrant } from "./sqliteNotices.ts";
import { findTrusted, listHeldFiles } from "./sqliteRegistry.ts";
import type { SqliteTx } from "./sqliteSchema.ts";
import { dropSubscriptionOf } from "./sqliteSubscriptions.ts";
import type { Published, PublishedRefusal, SheetAttempt, SheetRefusal, Taken } from "./store.ts";

/** See `Store.savePublished`; runs in the transaction that it is given. */
export const savePublished = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  published: Published,
  at: Instant,
): Promise<Result<Taken, PublishedRefusal>> => {
  switch (published.type) {
    case "edition":
      return saveEdition(tx, publishers, published);
    case "grant":
      return saveGrant(tx, published.grant, published.file);
    case "revocation":
      return saveRevocation(tx, publishers, published.revocation.grant, published.file, at);
  }
};

const saveGrant = async (
  tx: SqliteTx,
  grant: Grant,
  file: SignedFile,
): Promise<Result<Taken, PublishedRefusal>> => {
  const found = await listHeldFiles(tx, "grant", grant.id);
  const standing = compare(found, file);
  if (standing !== "new") return answerStanding(standing);
  if (found.length === 0 && !(await insertGrant(tx, grant))) return err({ type: "conflict" });
  await appendToRegistry(tx, { type: "grant", subject: grant.id, file });
  if (found.length > 0) await repeatEnrolment(tx, grant.id);
  return ok("now");
};

/** False if another grant has the invitation's key: one code would let two devices in. */
const insertGrant = async (tx: SqliteTx, grant: Grant): Promise<boolean> => {
  const { id, desk, role, invitationKey, expiresAt } = grant;
  const inserted = await tx
    .insertInto("grants")
    .values({ id, desk: deskToId(desk), role, invitationKey, expiresAt })
    .onConflict((conflict) => conflict.column("invitationKey").doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

/**
 * When another key signs a grant again, the grant follows its device in the registry. Devices that
 * trust only that key skipped the device for want of a grant, so the device is appended once more.
 */
const repeatEnrolment = async (tx: SqliteTx, grant: GrantId): Promise<void> => {
  const row = await tx
    .selectFrom("devices")
    .select("device")
    .where("grantId", "=", grant)
    .executeTakeFirst();
  if (!row) return;
  const [file] = await listHeldFiles(tx, "enrolment", row.device);
  if (file) await appendToRegistry(tx, { type: "enrolment", subject: row.device, file });
};

/** A revocation may come before its grant, which is then never valid. */
const saveRevocation = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  grant: GrantId,
  file: SignedFile,
  at: Instant,
): Promise<Result<Taken, PublishedRefusal>> => {
  const found = await listHeldFiles(tx, "revocation", grant);
  // A false one, by a stolen key that is no longer trusted, must not block the true one.
  const standing = compare(
    found.filter(({ key }) => publishers.includes(key)),
    file,
  );
  if (standing !== "new") return answerStanding(standing);
  await appendToRegistry(tx, { type: "revocation", subject: grant, file });
  await appendGoneNoticesOfGrant(tx, publishers, grant, at);
  await dropSubscriptionOf(tx, grant);
  return ok("now");
};

type Standing = "new" | "before" | "conflict";

/** The content that is signed under an id never changes; another key may sign the same. */
const compare = (found: readonly SignedFile[], file: SignedFile): Standing => {
  if (found.some(({ content }) => content !== file.content)) return "conflict";
  return found.some(({ key }) => key === file.key) ? "before" : "new";
};

const answerStanding = (standing: "before" | "conflict"): Result<Taken, PublishedRefusal> =>
  standing === "before" ? ok("before") : err({ type: "conflict" });

/** See `Store.saveSheet`; runs in the transaction that it is given. */
export const saveSheet = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { sheet, file, maxSheets }: SheetAttempt,
): Promise<Result<Taken, SheetRefusal>> => {
  if (!(await isByMaker(tx, publishers, sheet, file.key))) return err({ type: "makerUnknown" });
  const [found] = await listHeldFiles(tx, "sheet", sheet.id);
  if (found) return found.content === file.content ? ok("before") : err({ type: "conflict" });
  if ((await countSheets(tx, file.key)) >= maxSheets) return err({ type: "sheetsFull", maxSheets });
  await appendToRegistry(tx, { type: "sheet", subject: sheet.id, file });
  return ok("now");
};

/** Whether the sheet is signed by a valid device of its own desk. */
const isByMaker = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { device, desk }: Sheet,
  signer: PublicKey,
): Promise<boolean> => {
  const maker = await tx
    .selectFrom("devices")
    .select("grantId")
    .where("device", "=", device)
    .where("desk", "=", deskToId(desk))
    .where("role", "=", "desk")
    .executeTakeFirst();
  if (!maker) return false;
  if (await findTrusted(tx, publishers, "revocation", maker.grantId)) return false;
  if (!(await findTrusted(tx, publishers, "grant", maker.grantId))) return false;
  const [enrolment] = await listHeldFiles(tx, "enrolment", device);
  const keys = enrolment && parseJson(enrolment.content, DeviceKeys);
  return keys?.signingKey === signer;
};

/** Of one device: a stolen one can't use up its colleagues' share. */
const countSheets = async (tx: SqliteTx, signer: PublicKey): Promise<number> => {
  const rows = await tx
    .selectFrom("registry")
    .select("position")
    .where("type", "=", "sheet")
    .where("signer", "=", signer)
    .execute();
  return rows.length;
};
