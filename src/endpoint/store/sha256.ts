import { createHash, timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import { Digest } from "#domain/envelope/envelope.ts";

/** SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): Digest =>
  v.parse(Digest, createHash("sha256").update(content).digest("hex"));

/** Compares two secrets in constant time. Only their lengths may show. */
export const hasSameSecret = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
