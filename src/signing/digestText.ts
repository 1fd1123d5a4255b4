import type { Digest } from "#domain/envelope/envelope.ts";

/** Computes a text's SHA-256 (UTF-8), in hexadecimal. Await it before any transaction. */
export const digestText = async (text: string): Promise<Digest> => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  ) as Digest;
};
