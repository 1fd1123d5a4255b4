import { createHash, createPrivateKey, sign } from "node:crypto";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SignedFile } from "#domain/trust/signedFile.ts";
import { base64urlToBytes, bytesToBase64url } from "#signing/base64url.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { verifySigned } from "#signing/verifySigned.ts";
import { publisherSeed, sampleSeed } from "#tests/world/signed.ts";

/** RFC 8032, 7.1, test 1. */
const rfcSeed = Uint8Array.from(
  Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
);
const rfcKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

const file = signText(publisherSeed, "grant", '{"año":2026}');
const longFile = signText(publisherSeed, "edition", "é".repeat(1_000_000));
const emptyFile = signText(publisherSeed, "letter", "");
const replacementFile = signText(publisherSeed, "letter", "\ufffd");
/** The neutral point as a key: by the bare equation, this one signature holds for every text. */
const neutral = {
  key: bytesToBase64url(new Uint8Array(32).with(0, 1)),
  signature: bytesToBase64url(new Uint8Array(64).fill(0x66, 1, 32).with(0, 0x58).with(32, 1)),
};
const refused = () => Promise.reject(new DOMException("Ed25519", "NotSupportedError"));
const thrown = (): never => {
  throw new TypeError("Unrecognized algorithm name");
};
const { subtle } = crypto;
const digest = subtle.digest.bind(subtle);
const importKey = subtle.importKey.bind(subtle);

const platforms: readonly (readonly [string, object])[] = [
  ["WebCrypto's Ed25519", crypto],
  ["a WebCrypto that knows no Ed25519", { subtle: { digest, importKey: refused } }],
  ["a WebCrypto that throws on it", { subtle: { digest, importKey: thrown } }],
  [
    "a WebCrypto that takes the key and then fails",
    { subtle: { digest, importKey, verify: refused } },
  ],
  ["no WebCrypto", {}],
];

describe.each(platforms)("with %s, a signature", (_, platform) => {
  beforeEach(() => void vi.stubGlobal("crypto", platform));
  afterEach(() => vi.unstubAllGlobals());

  it("holds for what was signed, however long", async () => {
    expect(await verifySigned(file)).toBe(true);
    expect(await verifySigned(longFile)).toBe(true);
    expect(await verifySigned(emptyFile)).toBe(true);
  });

  it.each([
    ["other content", { content: '{"año":2027}' }],
    ["cut content", { content: file.content.slice(0, -1) }],
    ["the same content with a line feed after it", { content: `${file.content}\n` }],
    ["another purpose", { purpose: "revocation" }],
    ["another key", { key: seedToPublicKey(sampleSeed(2)) }],
    ["a key that is no point of the curve", { key: "A".repeat(42) + "I" }],
    ["a key that takes every text", neutral],
    ["another's signature", { signature: signText(publisherSeed, "grant", "{}").signature }],
    ["a signature of zeros", { signature: "A".repeat(86) }],
    ["a cut signature", { signature: file.signature.slice(0, 80) }],
    ["a cut key", { key: file.key.slice(0, 40) }],
  ])("doesn't hold with %s", async (_what, change) => {
    expect(await verifySigned({ ...file, ...change } as SignedFile)).toBe(false);
  });

  it("doesn't hold with any one bit of it turned", async () => {
    const bytes = base64urlToBytes(file.signature) ?? new Uint8Array();
    const places = [0, 31, 32, 63];
    const turned = places.map((place) => bytes.with(place, (bytes[place] ?? 0) ^ 1));
    const verified = await Promise.all(
      turned.map((each) => verifySigned({ ...file, signature: bytesToBase64url(each) })),
    );
    expect(verified).toEqual(places.map(() => false));
  });

  it("doesn't hold for half a pair in place of the sign that UTF-8 has for it", async () => {
    expect(await verifySigned(replacementFile)).toBe(true);
    expect(await verifySigned({ ...replacementFile, content: "\ud83d" })).toBe(false);
  });
});

describe("a signed file", () => {
  it("has the key that RFC 8032 gives for its seed", () => {
    expect(base64urlToBytes(seedToPublicKey(rfcSeed))).toEqual(
      Uint8Array.from(Buffer.from(rfcKey, "hex")),
    );
  });

  it("is what Node's own Ed25519 signs: the SHA-512 of purpose, line feed and content", () => {
    const signed = signText(rfcSeed, "edition", '{"número":1}');
    const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), rfcSeed]);
    const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
    const message = createHash("sha512").update('enlace/edition/1\n{"número":1}').digest();
    expect(signed.signature).toBe(sign(null, message, key).toString("base64url"));
    expect(v.parse(SignedFile, signed)).toEqual(signed);
  });
});
