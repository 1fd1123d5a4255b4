import type { PassphraseWrap } from "#domain/device/lockRecord.ts";
import { readPassphrase } from "#sealing/passphrase/passphrase.ts";

/** As many as OWASP asks of PBKDF2 with SHA-256 (2023). Kept beside what they wrapped. */
const iterations = 600_000;
const algorithm = "AES-GCM";

/** AES-256-GCM of the 32 bytes of the data key. */
export type SecretWrap = Pick<PassphraseWrap, "iv" | "wrapped">;

/** A new data key and what a passphrase opens it with. It is made, wrapped and unwrapped inside. */
export const createDataKey = async (
  passphrase: string,
): Promise<{ readonly key: CryptoKey; readonly wrap: PassphraseWrap }> => {
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, true, [
    "encrypt",
    "decrypt",
  ]);
  const { wrap, wrapping } = await wrapDataKey(made, passphrase);
  // What is used from now on has come out of what was kept.
  const key = await unwrap(wrap, wrapping, false);
  if (!key) throw new Error("a fresh wrap does not open");
  return { key, wrap };
};

/** The data key, not extractable, or undefined if it is another passphrase's. 0.1 to 0.5 s. */
export const unwrapDataKey = async (
  passphrase: string,
  wrap: PassphraseWrap,
): Promise<CryptoKey | undefined> => unwrap(wrap, await deriveWrappingKey(passphrase, wrap), false);

/** The same data key under another passphrase, or undefined if the old one is wrong. */
export const rewrapDataKey = async (
  old: string,
  changed: string,
  stored: PassphraseWrap,
): Promise<PassphraseWrap | undefined> => {
  const key = await unwrap(stored, await deriveWrappingKey(old, stored), true);
  return key && (await wrapDataKey(key, changed)).wrap;
};

/** The same data key wrapped with a secret of 32 bytes besides, or undefined if the passphrase is wrong. */
export const wrapForSecret = async (
  passphrase: string,
  stored: PassphraseWrap,
  secret: Uint8Array<ArrayBuffer>,
): Promise<SecretWrap | undefined> => {
  const key = await unwrap(stored, await deriveWrappingKey(passphrase, stored), true);
  return key && wrap(key, await deriveFromSecret(secret));
};

/** The data key, not extractable, or undefined if it is another secret's. */
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
    // What AES-GCM can't open says no more than that: a wrong passphrase, another secret.
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

/** HKDF (RFC 5869): the secret itself has all its entropy already. */
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
