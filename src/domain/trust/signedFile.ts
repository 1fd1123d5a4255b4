import * as v from "valibot";

/** 32 bytes of an Ed25519 public key (RFC 8032) in base64url without padding. */
export type PublicKey = v.InferOutput<typeof PublicKey>;
export const PublicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/), v.brand("PublicKey"));

/** 64 bytes of an Ed25519 signature in base64url without padding. */
export const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/));

/**
 * The purpose of a signature; it is part of the signed bytes, so that no signature is valid for
 * another purpose.
 */
export const signedPurposes = [
  "edition",
  "grant",
  "enrolment",
  "revocation",
  "letter",
  "sheet",
] as const;
export type SignedPurpose = (typeof signedPurposes)[number];

/**
 * A text with its signature. The signature is over the SHA-512 of `enlace/‹purpose›/1`, a line feed
 * and `content`; `content` is kept byte for byte and never re-serialized.
 */
export type SignedFile = v.InferOutput<typeof SignedFile>;
export const SignedFile = v.strictObject({
  schema: v.literal("signed/1"),
  purpose: v.picklist(signedPurposes),
  content: v.string(),
  key: PublicKey,
  signature: Signature,
});
