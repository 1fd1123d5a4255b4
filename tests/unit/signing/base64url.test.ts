import { expect, it } from "vitest";
import { base64urlToBytes, bytesToBase64url } from "#signing/base64url.ts";

it("bytes come back as they were, in letters that an address can bear", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (const length of [0, 1, 2, 3, 32, 64, 256]) {
    const text = bytesToBase64url(bytes.slice(-length));
    expect(text).toBe(Buffer.from(bytes.slice(-length)).toString("base64url"));
    expect(base64urlToBytes(text)).toEqual(bytes.slice(-length));
  }
});

it.each([
  ["padding", "AA=="],
  ["the other alphabet", "+/+/"],
  ["white space", "AA AA"],
  ["a letter too few", "AAAAA"],
  ["a second way to write the same bytes", "AB"],
])("%s stands for no bytes", (_what, text) => {
  expect(base64urlToBytes(text)).toBeUndefined();
});
