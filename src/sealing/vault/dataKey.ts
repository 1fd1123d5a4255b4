import type { PassphraseWrap } from "#domain/device/lockRecord.ts";
import { readPassphrase } from "#sealing/passphrase/passphrase.ts";

/** The count that OWASP recommends for PBKDF2 with SHA-256 (2023). Stored with each wrapped key. */
const iterations = 600_000;
const algorithm = "AES-GCM";

/** AES-256-GCM of the 32 bytes of the data key. */
export type SecretWrap = Pick<PassphraseWrap, "iv" | "wrapped">;

/** Creates a data key and wraps it with a passphrase. The raw key never leaves Web Crypto. */
export const createDataKey = async (
  passphrase: string,
): Promise<{ readonly key: CryptoKey; readonly wrap: PassphraseWrap }> => {
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, true, [
    "encrypt",
    "decrypt",
  ]);
  const { wrap, wrapping } = await wrapDataKey(made, passphrase);
  // Use the key that the stored wrap opens to, so that a broken wrap is found now.
  const key = await unwrap(wrap, wrapping, false);
  if (!key) throw new Error("a fresh wrap does not open");
  return { key, wrap };
};

/**
 * Unwraps the data key, not extractable, or returns undefined if the passphrase is wrong. Takes 0.1
 * to 0.5 s.
 */
export const unwrapDataKey = async (
  passphrase: string,
  wrap: PassphraseWrap,
): Promise<CryptoKey | undefined> => unwrap(wrap, await deriveWrappingKey(passphrase, wrap), false);

/** Wraps the data key with another passphrase; undefined if the old one is wrong. */
export const rewrapDataKey = async (
  old: string,
  changed: string,
  stored: PassphraseWrap,
): Promise<PassphraseWrap | undefined> => {
  const key = await unwrap(stored, await deriveWrappingKey(old, stored), true);
  return key && (await wrapDataKey(key, changed)).wrap;
};

/** Wraps the data key with a 32-byte secret as well; undefined if the passphrase is wrong. */
export const wrapForSecret = async (
  passphrase: string,
  stored: PassphraseWrap,
  secret: Uint8Array<ArrayBuffer>,
): Promise<SecretWrap | undefined> => {
  const key = await unwrap(stored, await deriveWrappingKey(passphrase, stored), true);
  return key && wrap(key, await deriveFromSecret(secret));
};

/** Unwraps the data key, not extractable, or returns undefined if the secret is wrong. */
export const unwrapWithSecret = async (
  secret: Uint8Array<ArrayBuffer>,
  stored: SecretWrap,
): Promise<CryptoKey | undefined> => unwrap(stored, await deriveFromSecret(secret), false);

const wrapDataKey = async (
  key: CryptoKey,
  passphrase: string,
): Promise<{ readonly wrap: PassphraseWrap; readonly wrapping: CryptoKey }> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const wrapping = await deriveWrappingKey(passphrase, { salt, iterations });
  const wrapped = await wrap(key, wrapping);
  return { wrap: { kdf: "PBKDF2-SHA-256", iterations, salt, ...wrapped }, wrapping };
};

const wrap = async (key: CryptoKey, wrapping: CryptoKey): Promise<SecretWrap> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey("raw", key, wrapping, { name: algorithm, iv });
  return { iv, wrapped: new Uint8Array(wrapped) };
};

const unwrap = async (
  { wrapped, iv }: SecretWrap,
  wrapping: CryptoKey,
  isExtractable: boolean,
): Promise<CryptoKey | undefined> => {
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  const by = { name: algorithm, iv };
  try {
    return await crypto.subtle.unwrapKey(
      "raw",
      wrapped,
      wrapping,
      by,
      algorithm,
      isExtractable,
      usages,
    );
  } catch {
    // AES-GCM gives no reason: it may be a wrong passphrase or another secret.
    return undefined;
  }
};

const deriveWrappingKey = async (
  passphrase: string,
  { salt, iterations: rounds }: Pick<PassphraseWrap, "salt" | "iterations">,
): Promise<CryptoKey> => {
  const bytes = new TextEncoder().encode(readPassphrase(passphrase));
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    base,
    { name: algorithm, length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
};

/** HKDF (RFC 5869) suffices, because the secret already has full entropy. */
const deriveFromSecret = async (secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("enlace/passkey/1");
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info },
    base,
    { name: algorithm, length: 256 },
    false,
    ["wrapKey", "unwrapKey"],
  );
};
