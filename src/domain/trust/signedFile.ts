import * as v from "valibot";

/** 32 bytes of an Ed25519 public key (RFC 8032) in base64url without padding. */
export type PublicKey = v.InferOutput<typeof PublicKey>;
export const PublicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/), v.brand("PublicKey"));

/** 64 bytes of an Ed25519 signature in base64url without padding. */
export const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/));

/** What a signature is given for; it is part of what is signed, so none passes for another. */
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
 * A text and who signed it. The signature is over the SHA-512 of
 * `enlace/‹purpose›/1`, a line feed and `content`; `content` is kept to the byte and never written anew.
 */
export type SignedFile = v.InferOutput<typeof SignedFile>;
export const SignedFile = v.strictObject({
  schema: v.literal("signed/1"),
  purpose: v.picklist(signedPurposes),
  content: v.string(),
  key: PublicKey,
  signature: Signature,
});
