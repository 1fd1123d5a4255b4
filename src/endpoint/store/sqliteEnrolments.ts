import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, Digest } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { hasSameSecret } from "./sha256.ts";
import { appendToRegistry } from "./sqliteLists.ts";
import { findTrusted, listHeldFiles, selectRevocation } from "./sqliteRegistry.ts";
import type { SqliteTables, SqliteTx } from "./sqliteSchema.ts";
import type {
  Enrolment,
  EnrolmentAttempt,
  EnrolmentOutcome,
  EnrolmentRefusal,
  TokenHolder,
} from "./store.ts";

type DeviceRow = SqliteTables["devices"];

/** See `Store.saveEnrolment`; runs in the transaction that it is given. */
export const saveEnrolment = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  attempt: EnrolmentAttempt,
): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>> => {
  const { keys, file, tokenHash, at, maxDevices } = attempt;
  const grant = await tx
    .selectFrom("grants")
    .selectAll()
    .where("invitationKey", "=", keys.invitationKey)
    .executeTakeFirst();
  const granted = grant && (await findTrusted(tx, publishers, "grant", grant.id));
  if (!granted) return err({ type: "invitationUnknown" });
  const revocation = await findTrusted(tx, publishers, "revocation", grant.id);
  if (revocation) return err({ type: "revoked", revocation, grant: granted });
  const used = await tx
    .selectFrom("devices")
    .selectAll()
    .where("grantId", "=", grant.id)
    .executeTakeFirst();
  if (used) return answerUsed(tx, used, attempt);
  if (at >= grant.expiresAt) return err({ type: "invitationExpired" });
  const { desk, role } = grant;
  const { device } = keys;
  if (await isTaken(tx, attempt)) return err({ type: "forbidden" });
  if (role === "desk" && (await countDevices(tx, publishers, desk)) >= maxDevices) {
    return err({ type: "deskFull", maxDevices });
  }
  const enrolment = { device, desk, role, enrolledAt: at };
  await tx
    .insertInto("devices")
    .values({ ...enrolment, grantId: grant.id, tokenHash, served: 0, seen: 0 })
    .execute();
  await appendToRegistry(tx, { type: "enrolment", subject: device, file });
  return ok({ type: "enrolled", enrolment });
};

/** See `Store.findTokenHolder`. */
export const findTokenHolder = async (
  db: SqliteTx,
  publishers: readonly PublicKey[],
  tokenHash: Digest,
): Promise<TokenHolder | undefined> => {
  const row = await db
    .selectFrom("devices")
    .selectAll()
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const revocation = await findTrusted(db, publishers, "revocation", row.grantId);
  const grant = await findTrusted(db, publishers, "grant", row.grantId);
  // A revocation, which erases, must reach its device even if the key of its grant is no longer trusted.
  if (!revocation && !grant) return undefined;
  return { enrolment: rowToEnrolment(row), revoked: revocation && { revocation, grant } };
};

/** See `Store.knowsDevice`. */
export const knowsDevice = async (
  db: SqliteTx,
  desk: DeskId,
  devices: readonly DeviceId[],
): Promise<boolean> => {
  const row = await db
    .selectFrom("devices")
    .select("device")
    .where("desk", "=", desk)
    .where("role", "=", "desk")
    .where("device", "in", devices)
    .executeTakeFirst();
  return row !== undefined;
};

const answerUsed = async (
  tx: SqliteTx,
  used: DeviceRow,
  { keys, file, tokenHash }: EnrolmentAttempt,
): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>> => {
  const [found] = await listHeldFiles(tx, "enrolment", used.device);
  const isRepeated =
    used.device === keys.device &&
    found?.content === file.content &&
    hasSameSecret(used.tokenHash, tokenHash);
  if (!isRepeated) return err({ type: "invitationUsed" });
  return ok({ type: "enrolledBefore", enrolment: rowToEnrolment(used) });
};

/** A device and its token belong to one grant: with a second, revoking the first would do nothing. */
const isTaken = async (tx: SqliteTx, { keys, tokenHash }: EnrolmentAttempt): Promise<boolean> => {
  const row = await tx
    .selectFrom("devices")
    .select("device")
    .where((eb) => eb.or([eb("device", "=", keys.device), eb("tokenHash", "=", tokenHash)]))
    .executeTakeFirst();
  return row !== undefined;
};

/** Readers receive no messages, and revoked devices make room: neither is counted. */
const countDevices = async (
  tx: SqliteTx,
  publishers: readonly PublicKey[],
  desk: DeskId,
): Promise<number> => {
  const rows = await tx
    .selectFrom("devices")
    .select("device")
    .where("desk", "=", desk)
    .where("role", "=", "desk")
    .where((eb) => eb.not(eb.exists(selectRevocation(tx, publishers, "devices.grantId"))))
    .execute();
  return rows.length;
};

const rowToEnrolment = ({ device, desk, role, enrolledAt }: Enrolment): Enrolment => ({
  device,
  desk,
  role,
  enrolledAt,
});
