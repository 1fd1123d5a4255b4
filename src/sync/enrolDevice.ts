import type { DeviceId } from "#domain/envelope.ts";
import { type InvitationCodeError, parseInvitationCode } from "#domain/invitationCode.ts";
import type { Enrolment } from "#domain/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { EnrolmentAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import type { EnlaceDatabase, PendingEnrolment } from "#storage/database.ts";
import { findPendingEnrolment, saveEnrolment, savePendingEnrolment } from "#storage/enrolments.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { digestText } from "./digestText.ts";
import type { EndpointClient } from "./endpointClient.ts";

export type EnrolError =
  | StorageError
  | InvitationCodeError
  | ProtocolError
  | { readonly type: "notReached" }
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  | { readonly type: "noEndpoint" }
  | { readonly type: "queueNeedsStorage" };

export type EnrolDeps = {
  readonly database: EnlaceDatabase;
  readonly client: EndpointClient;
  readonly newId: () => string;
};

/**
 * Redeems a typed code. The request is kept before it goes: if its answer is lost, the same code
 * sends the same request again and gets the same answer.
 */
export const enrolDevice = async (
  deps: EnrolDeps,
  typedCode: string,
): Promise<Result<Enrolment, EnrolError>> => {
  const code = parseInvitationCode(typedCode);
  if (!code.ok) return code;
  const pending = await tryStorage(() => findOrSavePending(deps, code.value));
  if (!pending.ok) return pending;
  const { device, token } = pending.value;
  const answer = await deps.client.call({
    method: "POST",
    path: paths.enrolments,
    schema: EnrolmentAnswer,
    body: JSON.stringify({ code: code.value, device, tokenHash: await digestText(token) }),
  });
  if (!answer.ok) return err(answer.error.type === "refused" ? answer.error.error : answer.error);
  if (answer.value.type === "notModified" || answer.value.value.device !== device) {
    return err({ type: "notOurEndpoint", httpStatus: 200 });
  }
  const { role, desk, enrolledAt } = answer.value.value;
  const enrolment: Enrolment = { device: device as DeviceId, token, role, desk, enrolledAt };
  const saved = await tryStorage(() => saveEnrolment(deps.database, enrolment));
  return saved.ok ? ok(enrolment) : saved;
};

const findOrSavePending = async (deps: EnrolDeps, code: string): Promise<PendingEnrolment> => {
  const held = await findPendingEnrolment(deps.database);
  if (held?.code === code) return held;
  const request = { code, device: deps.newId(), token: createToken() };
  await savePendingEnrolment(deps.database, request);
  return request;
};

/** 256 random bits in base64url. */
const createToken = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
};
