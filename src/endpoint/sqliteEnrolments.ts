import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, Digest } from "#domain/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Role } from "#domain/role.ts";
import { hasSameSecret } from "./hasSameSecret.ts";
import type { SqliteTx } from "./sqliteTables.ts";
import type { Enrolment, EnrolmentAttempt, EnrolmentOutcome, EnrolmentRefusal } from "./store.ts";

/** See `Store.saveEnrolment`; runs in the transaction that it is given. */
export const saveEnrolment = async (
  tx: SqliteTx,
  attempt: EnrolmentAttempt,
): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>> => {
  const { codeHash, device, tokenHash, at, maxDevices } = attempt;
  const invitation = await tx
    .selectFrom("invitations")
    .selectAll()
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();
  if (!invitation) return err({ type: "invitationUnknown" });
  const used = await tx
    .selectFrom("enrolments")
    .selectAll()
    .where("codeHash", "=", codeHash)
    .executeTakeFirst();
  if (used) {
    const isRepeated = used.device === device && hasSameSecret(used.tokenHash, tokenHash);
    if (!isRepeated) return err({ type: "invitationUsed" });
    return ok({ type: "enrolledBefore", enrolment: rowToEnrolment(used) });
  }
  if (at >= invitation.expiresAt) return err({ type: "invitationExpired" });
  const { desk, role } = invitation;
  if (await isDeskFull(tx, desk, role, device, maxDevices)) {
    return err({ type: "deskFull", maxDevices });
  }
  const row = { codeHash, device, tokenHash, desk, role, enrolledAt: at };
  await tx.insertInto("enrolments").values(row).execute();
  return ok({ type: "enrolled", enrolment: rowToEnrolment(row) });
};

/** Everything that the bearer of a token is enrolled for. */
export const listEnrolments = async (
  db: SqliteTx,
  tokenHash: Digest,
): Promise<readonly Enrolment[]> => {
  const rows = await db
    .selectFrom("enrolments")
    .selectAll()
    .where("tokenHash", "=", tokenHash)
    .execute();
  return rows.map(rowToEnrolment);
};

/** The earliest enrolment of this role at this desk. */
export const findFirstEnrolment = async (
  db: SqliteTx,
  desk: DeskId,
  role: Role,
): Promise<Enrolment | undefined> => {
  const row = await db
    .selectFrom("enrolments")
    .selectAll()
    .where("desk", "=", desk)
    .where("role", "=", role)
    .orderBy("enrolledAt")
    .executeTakeFirst();
  return row && rowToEnrolment(row);
};

/** Readers have no inbox that would be sealed to them, so only a desk's own devices count. */
const isDeskFull = async (
  tx: SqliteTx,
  desk: DeskId,
  role: Role,
  device: DeviceId,
  maxDevices: number,
): Promise<boolean> => {
  if (role === "reader") return false;
  const others = await tx
    .selectFrom("enrolments")
    .select("device")
    .distinct()
    .where("desk", "=", desk)
    .where("role", "=", role)
    .where("device", "!=", device)
    .execute();
  return others.length >= maxDevices;
};

const rowToEnrolment = ({ device, desk, role, enrolledAt }: Enrolment): Enrolment => ({
  device,
  desk,
  role,
  enrolledAt,
});
