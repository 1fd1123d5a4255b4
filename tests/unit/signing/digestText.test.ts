import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { digestText } from "#signing/digestText.ts";

it.each(["", "abc", "Está a salvo: 🛰️ Belém"])(
  "the digest of “%s” is the SHA-256 of its UTF-8 bytes, in hexadecimal",
  async (text) => {
    expect(await digestText(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  },
);
