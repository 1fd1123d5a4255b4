import { idToDesk } from "#domain/desk.ts";
import { err, type Result } from "#domain/result.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { readRequest } from "#endpoint/http/readRequest.ts";
import { signedErrorToRefusal } from "#endpoint/published/verifyPublished.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { type EnrolmentAnswer, EnrolmentRequest } from "#protocol/messages.ts";
import { openPublished } from "#signing/openPublished.ts";
import type { Handler } from "./handler.ts";

/** `POST /v1/enrolments`: redeems a grant once; the same request is answered the same again. */
export const enrolDevice: Handler = async (deps, context) => {
  const { store, clock, limits, enrolmentLimiter } = deps;
  // Every attempt counts, so that nobody tries keys one after the other.
  const admitted = enrolmentLimiter.take(context.var.address);
  if (!admitted.ok) return refuse(admitted.error);
  const request = await readRequest(context.req.raw, EnrolmentRequest, {
    maxBytes: limits.signedMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!request.ok) return refuse(request.error);
  const { keys: file, tokenHash } = request.value.content;
  const keys = await openKeys(file);
  if (!keys.ok) return refuse(keys.error);

  const outcome = await store.saveEnrolment({
    keys: keys.value,
    file,
    tokenHash,
    at: clock(),
    maxDevices: limits.maxDevices,
  });
  if (!outcome.ok) return refuse(outcome.error);
  const { type, enrolment } = outcome.value;
  const enrolled: EnrolmentAnswer = {
    ...enrolment,
    desk: idToDesk(enrolment.desk),
    epoch: store.epoch,
  };
  return answer(type === "enrolled" ? 201 : 200, enrolled);
};

/** What a device says of itself, signed by whoever has the code of the invitation that it names. */
const openKeys = async (file: SignedFile): Promise<Result<DeviceKeys, ProtocolError>> => {
  const keys = await openPublished(file, "enrolment", DeviceKeys, [file.key]);
  if (!keys.ok) return err(signedErrorToRefusal(keys.error));
  // Signed with the key of one invitation, and claiming another's grant.
  if (keys.value.invitationKey !== file.key) return err({ type: "signatureRefused" });
  return keys;
};
