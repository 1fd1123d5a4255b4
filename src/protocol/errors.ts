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
   * The device's grant is revoked. Only the publisher's `revocation` erases (S13). The grant comes with
   * it, for a device that has not read the registry yet and knows only its invitation's key.
   */
  v.object({
    type: v.literal("revoked"),
    revocation: SignedFile,
    grant: v.optional(SignedFile),
  }),
  /** Not signed with a key that this endpoint trusts, or put at the path of something else. */
  simple("signatureRefused"),
  /** The endpoint has a newer edition. */
  v.object({ type: v.literal("editionOlder"), heldNumber: v.number() }),
  simple("forbidden"),
  simple("notFound"),
  simple("methodNotAllowed"),
  /** The endpoint holds other bytes under this id; the receipt is for those. */
  v.object({ type: v.literal("idTaken"), receipt: Receipt }),
  simple("invitationUnknown"),
  simple("invitationUsed"),
  simple("invitationExpired"),
  v.object({ type: v.literal("deskFull"), maxDevices: v.number() }),
  /** This device has signed as many recovery sheets as a device may. */
  v.object({ type: v.literal("sheetsFull"), maxSheets: v.number() }),
  v.object({ type: v.literal("recipientUnknown") }),
  /** This endpoint does not notify by push, or not by e-mail. */
  simple("noticesNotOffered"),
  /** Not one of the desk's addresses in the newest edition. No other address gets mail. */
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
