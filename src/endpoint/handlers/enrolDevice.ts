import { idToDesk } from "#domain/desk.ts";
import { type EnrolmentAnswer, EnrolmentRequest } from "#protocol/messages.ts";
import { answer, refuse } from "../answer.ts";
import type { Handler } from "../handler.ts";
import { decodeRequest, parseRequest } from "../parseRequest.ts";
import { readBody } from "../readBody.ts";
import { sha256 } from "../sha256.ts";

/** `POST /v1/enrolments`: redeems an invitation once; the same request is answered the same again. */
export const enrolDevice: Handler = async (deps, context) => {
  const { store, clock, limits, enrolmentLimiter } = deps;
  // Every attempt counts, so that nobody tries codes one after the other.
  const taken = enrolmentLimiter.take(context.var.address);
  if (!taken.ok) return refuse(taken.error);
  const bytes = await readBody(context.req.raw, {
    maxBytes: limits.enrolmentMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!bytes.ok) return refuse(bytes.error);
  const text = decodeRequest(bytes.value);
  if (!text.ok) return refuse(text.error);
  const request = parseRequest(EnrolmentRequest, text.value);
  if (!request.ok) return refuse(request.error);

  const { code, device, tokenHash } = request.value;
  const { maxDevices } = limits;
  const codeHash = sha256(code);
  const outcome = await store.saveEnrolment({
    codeHash,
    device,
    tokenHash,
    at: clock(),
    maxDevices,
  });
  if (!outcome.ok) return refuse(outcome.error);
  const { type, enrolment } = outcome.value;
  const enrolled: EnrolmentAnswer = {
    device: enrolment.device,
    role: enrolment.role,
    desk: idToDesk(enrolment.desk),
    enrolledAt: enrolment.enrolledAt,
    epoch: store.epoch,
  };
  return answer(type === "enrolled" ? 201 : 200, enrolled);
};
