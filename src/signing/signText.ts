import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import * as v from "valibot";
import type { InvitationCode } from "#domain/trust/invitationCode.ts";
import { PublicKey, type SignedFile, type SignedPurpose } from "#domain/trust/signedFile.ts";
import { bytesToBase64url } from "./base64url.ts";
import { signedBytes } from "./verifySigned.ts";

/**
 * Signs a text for a purpose with an Ed25519 seed of 32 bytes (RFC 8032). The signature is over the
 * text's SHA-512, because WebKitGTK's page crashes when signing a megabyte. The same input gives
 * the same file.
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

/** OWASP's count for PBKDF2 with SHA-256: a code with 80 random bits needs no more. */
const iterations = 600_000;

/**
 * Derives the Ed25519 seed from an invitation's code (PBKDF2-SHA-256, 0.1 to 0.3 s). Any change
 * here makes every open invitation void.
 */
export const codeToSeed = async (code: InvitationCode): Promise<Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(code), "PBKDF2", false, [
    "deriveBits",
  ]);
  const salt = encoder.encode("enlace/invitation/1");
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, key, 256));
};

/** Creates 32 random bytes: the private half of an Ed25519 key (RFC 8032, 5.1.5). */
export const createSigningSeed = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(32));

/** Returns the public key of a seed. */
export const seedToPublicKey = (seed: Uint8Array): PublicKey =>
  v.parse(PublicKey, bytesToBase64url(ed25519.getPublicKey(seed)));
