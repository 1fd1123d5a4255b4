import { deskToId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys, type Grant, type GrantId, type Sheet } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { saveEdition } from "./sqliteEditions.ts";
import { appendToRegistry } from "./sqliteLists.ts";
import { noticeGoneOfDevice } from "./sqliteNotices.ts";
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
  const held = await listHeldFiles(tx, "grant", grant.id);
  const standing = compare(held, file);
  if (standing !== "new") return answerStanding(standing);
  if (held.length === 0 && !(await insertGrant(tx, grant))) return err({ type: "heldOtherwise" });
  await appendToRegistry(tx, { type: "grant", subject: grant.id, file });
  if (held.length > 0) await repeatEnrolment(tx, grant.id);
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
 * A grant that another key has signed again comes after its device, and to whoever trusts that key
 * alone nothing had vouched for the device when it came: so it comes once more.
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

/** A revocation may come before its grant, which then never counts. */
const saveRevocation = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  grant: GrantId,
  file: SignedFile,
  at: Instant,
): Promise<Result<Taken, PublishedRefusal>> => {
  const held = await listHeldFiles(tx, "revocation", grant);
  // One by a key that was stolen and is trusted no longer must not stand in the way of a true one.
  const standing = compare(
    held.filter(({ key }) => publishers.includes(key)),
    file,
  );
  if (standing !== "new") return answerStanding(standing);
  await appendToRegistry(tx, { type: "revocation", subject: grant, file });
  await noticeGoneOfDevice(tx, publishers, grant, at);
  await dropSubscriptionOf(tx, grant);
  return ok("now");
};

type Standing = "new" | "before" | "heldOtherwise";

/** What was signed under an id never changes; another key may sign the same. */
const compare = (held: readonly SignedFile[], file: SignedFile): Standing => {
  if (held.some(({ content }) => content !== file.content)) return "heldOtherwise";
  return held.some(({ key }) => key === file.key) ? "before" : "new";
};

const answerStanding = (standing: "before" | "heldOtherwise"): Result<Taken, PublishedRefusal> =>
  standing === "before" ? ok("before") : err({ type: "heldOtherwise" });

/** See `Store.saveSheet`; runs in the transaction that it is given. */
export const saveSheet = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  { sheet, file, maxSheets }: SheetAttempt,
): Promise<Result<Taken, SheetRefusal>> => {
  if (!(await isByMaker(tx, publishers, sheet, file.key))) return err({ type: "makerUnknown" });
  const [held] = await listHeldFiles(tx, "sheet", sheet.id);
  if (held) return held.content === file.content ? ok("before") : err({ type: "heldOtherwise" });
  if ((await countSheets(tx, file.key)) >= maxSheets) return err({ type: "sheetsFull", maxSheets });
  await appendToRegistry(tx, { type: "sheet", subject: sheet.id, file });
  return ok("now");
};

/** Whether a device that counts today, of that very desk, has signed it. */
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

/** Of one device: a stolen one can't use up what its colleagues may make. */
const countSheets = async (tx: SqliteTx, signer: PublicKey): Promise<number> => {
  const rows = await tx
    .selectFrom("registry")
    .select("position")
    .where("type", "=", "sheet")
    .where("signer", "=", signer)
    .execute();
  return rows.length;
};
