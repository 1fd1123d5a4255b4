import { createHash } from "node:crypto";
import * as v from "valibot";
import { Digest } from "#domain/envelope/envelope.ts";

/** SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8, in 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): Digest =>
  v.parse(Digest, createHash("sha256").update(content).digest("hex"));
