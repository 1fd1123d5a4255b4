import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import type { SignedFile, SignedPurpose } from "#domain/trust/signedFile.ts";
import { bytesToBase64url } from "./base64url.ts";
import { seedToPublicKey } from "./createSigningSeed.ts";
import { signedBytes } from "./signedBytes.ts";

/**
 * Signs a text for a purpose with an Ed25519 seed of 32 bytes (RFC 8032). It is the SHA-512 of the
 * text that is signed: WebKitGTK's page dies of signing a megabyte. The same input gives the same file.
 */
export const signText = (
  seed: Uint8Array,
  purpose: SignedPurpose,
  content: string,
): SignedFile => ({
  schema: "signed/1",
  purpose,
  content,
  key: seedToPublicKey(seed),
  signature: bytesToBase64url(ed25519.sign(sha512(signedBytes(purpose, content)), seed)),
});
