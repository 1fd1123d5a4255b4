import * as v from "valibot";
import { DeskAddress, Role } from "#domain/desk.ts";
import { DeviceId, Digest } from "#domain/envelope/envelope.ts";
import { Epoch } from "#domain/envelope/receipt.ts";
import { Instant } from "#domain/instant.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import type { Call } from "./call.ts";

/**
 * `keys` is a `DeviceKeys` signed with the invitation's key. The device makes its token and sends only
 * the token's SHA-256 in hexadecimal, so that nothing in the endpoint's database opens anything.
 */
export type EnrolmentRequest = v.InferOutput<typeof EnrolmentRequest>;
export const EnrolmentRequest = v.strictObject({ keys: SignedFile, tokenHash: Digest });

export type EnrolmentAnswer = v.InferOutput<typeof EnrolmentAnswer>;
export const EnrolmentAnswer = v.object({
  device: DeviceId,
  role: Role,
  desk: DeskAddress,
  enrolledAt: Instant,
  epoch: Epoch,
});

/** Redeems a grant. 201 the first time, 200 when the same device sends the same request again. */
export const enrolDevice = {
  method: "POST",
  path: "/v1/enrolments",
  access: "invitation",
  request: { schema: EnrolmentRequest, size: "signed" },
  answer: EnrolmentAnswer,
  statuses: [200, 201],
  refusals: [
    "signatureRefused",
    "invitationUnknown",
    "invitationUsed",
    "invitationExpired",
    "revoked",
    "forbidden",
    "deskFull",
  ],
} as const satisfies Call;
