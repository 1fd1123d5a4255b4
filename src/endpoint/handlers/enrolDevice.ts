import { idToDesk } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signedErrorToRefusal } from "#endpoint/published/verifyPublished.ts";
import { openPublished } from "#signing/openPublished.ts";
import type { Handler, Refusal } from "./handler.ts";

/** `POST /v1/enrolments`: redeems a grant once; the same request again gets the same answer. */
export const enrolDevice: Handler<"enrolDevice"> = async ({ store, clock, limits }, { body }) => {
  const { keys: file, tokenHash } = body.content;
  const keys = await openKeys(file);
  if (!keys.ok) return keys;
  const { maxDevices } = limits;
  const attempt = { keys: keys.value, file, tokenHash, at: clock(), maxDevices };
  const outcome = await store.saveEnrolment(attempt);
  if (!outcome.ok) return outcome;
  const { type, enrolment } = outcome.value;
  const content = { ...enrolment, desk: idToDesk(enrolment.desk), epoch: store.epoch };
  return ok({ status: type === "enrolled" ? 201 : 200, content });
};

/** A device's keys, signed with the key behind the code of the invitation that they name. */
const openKeys = async (file: SignedFile): Promise<Result<DeviceKeys, Refusal<"enrolDevice">>> => {
  const keys = await openPublished(file, "enrolment", DeviceKeys, [file.key]);
  if (!keys.ok) return err(signedErrorToRefusal(keys.error));
  // Signed with the key of one invitation, and claiming another's grant.
  if (keys.value.invitationKey !== file.key) return err({ type: "signatureRefused" });
  return keys;
};
