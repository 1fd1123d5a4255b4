import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { utf8Bytes } from "#domain/text.ts";

// The lazy part: 60 KiB of cryptography. It is imported by `import()` only.

/**
 * The secret that opens a file (`AGE-SECRET-KEY-PQ-1…`), and the recipient that it is sealed to
 * (`age1pq1…`).
 */
export type SealingKeys = { readonly identity: string; readonly recipient: string };

/** Creates an age identity, ML-KEM-768 with X25519. */
export const createSealingIdentity = async (): Promise<SealingKeys> => {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** Converts a 32-byte secret to its age identity, in the form that `age-keygen -pq` writes. */
export const seedToSealingKeys = async (seed: Uint8Array): Promise<SealingKeys> => {
  const identity = bech32.encodeFromBytes("AGE-SECRET-KEY-PQ-", seed).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
};

/**
 * Seals a text to recipients, as an age file in base64 that each of them can open. Each recipient
 * takes 3 ms and 1.6 KiB.
 */
export const sealTo = async (json: string, recipients: readonly string[]): Promise<string> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return bytesToBase64(await encrypter.encrypt(padText(json)));
};

/**
 * Opens an age file and returns its text, with trailing spaces; undefined if the file is broken or
 * no identity opens it.
 */
export const openWith = async (
  base64: string,
  identities: readonly string[],
): Promise<string | undefined> => {
  const file = base64ToBytes(base64);
  if (!file) return undefined;
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file, "text");
  } catch {
    return undefined;
  }
};

/**
 * Seals a text with a passphrase, as an age file that Enlace and `age -d` open. `workFactor`:
 * scrypt's N as a power of two; 17 (OWASP, 2023) takes 128 MiB and 1 s to 5 s. A phone without that
 * much memory makes a weaker file rather than none: it may be needed at a border.
 */
export const sealWithPassphrase = async (
  text: string,
  passphrase: string,
  workFactor = 17,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return await sealWithScrypt(text, passphrase, workFactor);
  } catch (cause) {
    // A failed allocation throws a RangeError.
    if (!(cause instanceof RangeError)) throw cause;
    return sealWithScrypt(text, passphrase, workFactor - 1);
  }
};

const sealWithScrypt = async (
  text: string,
  passphrase: string,
  workFactor: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return new Uint8Array(await encrypter.encrypt(text));
};

/** The number of bytes that every engine accepts as the arguments of one call. */
const chunkBytes = 0x2000;

/** Encodes bytes of any length as base64 with padding (RFC 4648, section 4). */
export const bytesToBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)));
  }
  return btoa(parts.join(""));
};

/** Decodes base64 (RFC 4648, section 4), or returns undefined if the text is malformed. */
export const base64ToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** A sealed file reveals its content's length; padding in these steps reveals little. */
const stepBytes = 1024;

/** Pads JSON with spaces to a full step; it still parses as JSON. */
export const padText = (json: string): string =>
  json + " ".repeat((stepBytes - (utf8Bytes(json) % stepBytes)) % stepBytes);
