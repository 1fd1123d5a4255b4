import type { DeskAddress } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type DeviceIdentity, findIdentity } from "#sealing/records/identities.ts";
import type { FindError } from "#sealing/records/privateRecords.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { findDeskEnrolment } from "#storage/desk/enrolments.ts";
import { tryStorage } from "#storage/storageError.ts";

export type AuthorError = FindError | { readonly type: "deskNotEnrolled" };

/** The keys with which this device writes for a desk; `deskNotEnrolled` if it does not. */
export const findAuthor = async (
  deps: PrivateDeps,
  desk: DeskAddress,
): Promise<Result<DeviceIdentity, AuthorError>> => {
  const enrolment = await tryStorage(() => findDeskEnrolment(deps.database, desk));
  if (!enrolment.ok) return enrolment;
  if (!enrolment.value) return err({ type: "deskNotEnrolled" });
  const identity = await findIdentity(deps, enrolment.value.device);
  if (!identity.ok) return identity;
  return identity.value ? ok(identity.value.value) : err({ type: "deskNotEnrolled" });
};
