import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import { utf8Bytes } from "#domain/text.ts";

// The lazy part: 60 KiB of cryptography. It is imported by `import()` only.

/** Whose file it is (`AGE-SECRET-KEY-PQ-1…`), and to whom one seals (`age1pq1…`). */
export type SealingKeys = { readonly identity: string; readonly recipient: string };

/** A fresh age identity, ML-KEM-768 with X25519. */
export const createSealingIdentity = async (): Promise<SealingKeys> => {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** The age identity whose secret these 32 bytes are, written as `age-keygen -pq` writes it. */
export const seedToSealingKeys = async (seed: Uint8Array): Promise<SealingKeys> => {
  const identity = bech32.encodeFromBytes("AGE-SECRET-KEY-PQ-", seed).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** An age file in base64 that each of the recipients opens. 3 ms a recipient; 1.6 KiB of length. */
export const sealTo = async (json: string, recipients: readonly string[]): Promise<string> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return bytesToBase64(await encrypter.encrypt(padText(json)));
};

/** What is in an age file, spaces behind it; undefined if it is broken, or none of ours opens it. */
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
 * An age file that a passphrase opens, here and with `age -d`. `workFactor`: scrypt's N as a power of
 * two; 17 (OWASP, 2023) takes 128 MiB and 1 s to 5 s. A phone that does not give so much at once
 * makes a weaker file rather than none: it may be wanted at a border.
 */
export const sealWithPassphrase = async (
  text: string,
  passphrase: string,
  workFactor = 17,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return await sealWithScrypt(text, passphrase, workFactor);
  } catch (cause) {
    // What a failed allocation is thrown as.
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

/** As many bytes as one call may take as arguments in every engine. */
const chunkBytes = 0x2000;

/** RFC 4648, section 4, with padding; of any length. */
export const bytesToBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)));
  }
  return btoa(parts.join(""));
};

/** The bytes that a text stands for, or undefined if it stands for none. */
export const base64ToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** A sealed file tells the length of what is in it: in steps, that says little. */
const stepBytes = 1024;

/** JSON with as many spaces behind it as fill the last step; it still parses as JSON. */
export const padText = (json: string): string =>
  json + " ".repeat((stepBytes - (utf8Bytes(json) % stepBytes)) % stepBytes);
