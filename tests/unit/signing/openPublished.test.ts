import { describe, expect, it } from "vitest";
import { Grant, Revocation } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { chile } from "#tests/world/desks.ts";
import {
  publisher,
  publisherSeed,
  sampleGrant,
  sampleSeed,
  signedGrant,
} from "#tests/world/signed.ts";

const grant = sampleGrant(2, chile);
const file = signedGrant(grant);
const publisherToCome = seedToPublicKey(sampleSeed(9));
const open = (changed: SignedFile, publishers = [publisher]) =>
  openPublished(changed, "grant", Grant, publishers);
const problem = (type: string) => ({ ok: false, error: { type } });

describe("what a publisher signed", () => {
  it("opens with any of the keys that are trusted, as while two overlap", async () => {
    expect(await open(file)).toEqual({ ok: true, value: grant });
    expect(await open(file, [publisherToCome, publisher])).toEqual({ ok: true, value: grant });
  });

  it("doesn't open when its key is not trusted, or nobody's is", async () => {
    expect(await open(file, [publisherToCome])).toEqual(problem("publisherUnknown"));
    expect(await open(file, [])).toEqual(problem("publisherUnknown"));
  });

  it("doesn't open when it was signed by one and names another", async () => {
    const other = signText(sampleSeed(9), "grant", file.content);
    expect(await open({ ...other, key: publisher })).toEqual(problem("signatureBroken"));
  });

  it("doesn't open when its content was changed, were it only to the same meaning", async () => {
    const changed = { ...file, content: ` ${file.content}` };
    expect(await open(changed)).toEqual(problem("signatureBroken"));
  });

  it("doesn't open for another purpose than it was signed for", async () => {
    const revocation = signText(publisherSeed, "revocation", JSON.stringify(grant));
    expect(await open(revocation)).toEqual(problem("signedMalformed"));
    expect(await open({ ...revocation, purpose: "grant" })).toEqual(problem("signatureBroken"));
    expect(await openPublished(file, "grant", Revocation, [publisher])).toEqual(
      problem("signedMalformed"),
    );
  });

  it.each(["", "grant", "null", "[]", JSON.stringify({ ...grant, extra: 1 })])(
    "doesn't open when what was signed is %j",
    async (content) => {
      const signed = signText(publisherSeed, "grant", content);
      expect(await open(signed)).toEqual(problem("signedMalformed"));
    },
  );
});

describe("the text of a signed file", () => {
  it("is read, whoever laid it out", () => {
    expect(parseSignedFile(JSON.stringify(file))).toEqual({ ok: true, value: file });
    expect(parseSignedFile(`${JSON.stringify(file, undefined, 2)}\n`)).toEqual({
      ok: true,
      value: file,
    });
  });

  it.each([
    ["no JSON", "signed"],
    ["a cut file", JSON.stringify(file).slice(0, -2)],
    ["a plain edition", JSON.stringify(grant)],
    ["something besides", JSON.stringify({ ...file, note: "" })],
    ["a purpose that is none", JSON.stringify({ ...file, purpose: "greeting" })],
    ["a padded key", JSON.stringify({ ...file, key: `${file.key}=` })],
    ["more than any edition", JSON.stringify({ ...file, content: "x".repeat(13 * 1024 * 1024) })],
  ])("is refused with %s", (_what, text) => {
    expect(parseSignedFile(text)).toEqual(problem("signedMalformed"));
  });
});
