import * as v from "valibot";
import { Receipt } from "#domain/envelope/receipt.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";

const simple = <const T extends string>(type: T) => v.object({ type: v.literal(type) });

/** Every refusal of the endpoint: one shape, `{ type, … }`. */
export type ProtocolError = v.InferOutput<typeof ProtocolError>;
export const ProtocolError = v.variant("type", [
  v.object({ type: v.literal("malformed"), issues: v.optional(v.array(v.string())) }),
  simple("unauthenticated"),
  /**
   * The device's grant is revoked; the publisher's word for it, which alone erases (S13), with the
   * grant: a device that has not read the registry knows it by its invitation's key alone.
   */
  v.object({
    type: v.literal("revoked"),
    revocation: SignedFile,
    grant: v.optional(SignedFile),
  }),
  /** Not by a publisher's key that this endpoint trusts, or not what its path says. */
  simple("signatureRefused"),
  /** A newer edition is held. */
  v.object({ type: v.literal("editionOlder"), heldNumber: v.number() }),
  simple("forbidden"),
  simple("notFound"),
  simple("methodNotAllowed"),
  /** Other bytes are held under this id; the receipt is theirs. */
  v.object({ type: v.literal("idTaken"), receipt: Receipt }),
  simple("invitationUnknown"),
  simple("invitationUsed"),
  simple("invitationExpired"),
  v.object({ type: v.literal("deskFull"), maxDevices: v.number() }),
  /** This device has made as many recovery sheets as one may. */
  v.object({ type: v.literal("sheetsFull"), maxSheets: v.number() }),
  v.object({ type: v.literal("recipientUnknown") }),
  /** This endpoint tells nobody by push, or nobody by e-mail. */
  simple("noticesNotOffered"),
  /** Not one of the desk's addresses in the newest edition: nobody is mailed at will. */
  simple("mailNotListed"),
  v.object({ type: v.literal("tooLarge"), maxBytes: v.number() }),
  simple("unsupportedMediaType"),
  v.object({ type: v.literal("rateLimited"), retryAfterS: v.number() }),
  simple("timeout"),
  simple("internal"),
  v.object({ type: v.literal("unavailable"), retryAfterS: v.optional(v.number()) }),
]);
export type ProtocolErrorType = ProtocolError["type"];

/** The one table of type to HTTP status (RFC 9110, RFC 6585). */
export const errorStatuses = {
  malformed: 400,
  unauthenticated: 401,
  revoked: 401,
  signatureRefused: 403,
  editionOlder: 409,
  forbidden: 403,
  notFound: 404,
  invitationUnknown: 404,
  methodNotAllowed: 405,
  timeout: 408,
  idTaken: 409,
  invitationUsed: 409,
  deskFull: 409,
  sheetsFull: 409,
  invitationExpired: 410,
  tooLarge: 413,
  unsupportedMediaType: 415,
  recipientUnknown: 422,
  noticesNotOffered: 422,
  mailNotListed: 422,
  rateLimited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ProtocolErrorType, number>;
