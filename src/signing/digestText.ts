import type { Digest } from "#domain/envelope/envelope.ts";

/**
 * Computes the SHA-256 of a text's UTF-8 bytes, in hexadecimal. Await it before opening any
 * transaction.
 */
export const digestText = async (text: string): Promise<Digest> => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  ) as Digest;
};
