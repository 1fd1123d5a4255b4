import type { SignedFile, SignedPurpose } from "#domain/trust/signedFile.ts";
import { base64urlToBytes } from "./base64url.ts";

/**
 * Tells whether a file has a valid signature of the key that it names, over its purpose and
 * content. The caller checks whose key that is, and the content. Never rejects on a bad file.
 */
export const verifySigned = async (file: SignedFile): Promise<boolean> => {
  const key = base64urlToBytes(file.key);
  const signature = base64urlToBytes(file.signature);
  if (key?.length !== 32 || signature?.length !== 64) return false;
  // UTF-8 encodes every lone surrogate as the same replacement: two contents would have one
  // signature.
  if (/\p{Surrogate}/u.test(file.content)) return false;
  const claim = { key, signature, message: signedBytes(file.purpose, file.content) };
  try {
    return await verifyWithPlatform(claim);
  } catch {
    // The browser lacks WebCrypto, or its WebCrypto lacks Ed25519, as on phones of 2022 (Safari 16,
    // Chrome 136).
    return verifyWithNoble(claim);
  }
};

type Claim = {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly message: Uint8Array<ArrayBuffer>;
};

const verifyWithPlatform = async ({ key, signature, message }: Claim): Promise<boolean> => {
  const { subtle } = crypto;
  const publicKey = await subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return subtle.verify("Ed25519", publicKey, signature, await subtle.digest("SHA-512", message));
};

/** Loaded only if needed: it would double the code for the first screen. */
const verifyWithNoble = async ({ key, signature, message }: Claim): Promise<boolean> => {
  const [{ ed25519 }, { sha512 }] = await Promise.all([
    import("@noble/curves/ed25519.js"),
    import("@noble/hashes/sha2.js"),
  ]);
  // As strict as WebCrypto: RFC 8032, not ZIP 215, which accepts several encodings of a point.
  return ed25519.verify(signature, sha512(message), key, { zip215: false });
};

/**
 * Returns the UTF-8 bytes that are digested (SHA-512) and signed: the purpose, a line feed, the
 * content.
 */
export const signedBytes = (purpose: SignedPurpose, content: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`enlace/${purpose}/1\n${content}`);
