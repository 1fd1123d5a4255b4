import { describe, expect, it } from "vitest";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import type { RegistryEntry } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import { chile, jamaica } from "#tests/world/desks.ts";
import {
  publisher,
  publisherSeed,
  sampleGrant,
  sampleKeys,
  sampleRevocation,
  sampleSeed,
  sampleSheet,
  signedGrant,
  signedKeys,
  signedSheet,
} from "#tests/world/signed.ts";

const grants = [sampleGrant(2, chile), sampleGrant(3, jamaica)];
const [ours = sampleGrant(2, chile)] = grants;
const verify = (file: SignedFile, among = grants) =>
  verifyRegistryRow(file, [publisher], (key) =>
    among.find(({ invitationKey }) => invitationKey === key),
  );
const problem = (type: string) => ({ ok: false, error: { type } });

describe("a row of the registry", () => {
  it("is taken when the chain holds: a grant, its device, its revocation", async () => {
    const revocation = sampleRevocation(ours);
    const signed = signText(publisherSeed, "revocation", JSON.stringify(revocation));
    const rows = await Promise.all(
      [signedGrant(ours), signedKeys(2), signed].map((f) => verify(f)),
    );
    expect(rows).toEqual([
      { ok: true, value: { type: "grant", grant: ours } },
      { ok: true, value: { type: "device", keys: sampleKeys(2) } },
      { ok: true, value: { type: "revocation", revocation } },
    ]);
    const entries = rows.flatMap((row): RegistryEntry[] => (row.ok ? [row.value] : []));
    expect(listDeskDevices(entries)).toMatchObject([{ grant: ours, isRevoked: true }]);
  });

  it("is taken for a recovery sheet that the key it names has signed, with the very file", async () => {
    const sheet = sampleSheet(1, 2, chile);
    const signed = signedSheet(sheet, 2);
    expect(await verify(signed)).toEqual({ ok: true, value: { type: "sheet", sheet, signed } });
  });

  it("is refused for a recovery sheet that was changed, or is none", async () => {
    const signed = signedSheet(sampleSheet(1, 2, chile), 2);
    const other = signedSheet(sampleSheet(1, 2, chile, { sealingKey: null }), 2);
    expect(await verify({ ...signed, content: other.content })).toEqual(problem("signatureBroken"));
    expect(await verify({ ...signed, key: other.key, signature: other.signature })).toEqual(
      problem("signatureBroken"),
    );
    const letter = signText(sampleSeed(102), "letter", signed.content);
    expect(await verify({ ...letter, purpose: "sheet" })).toEqual(problem("signatureBroken"));
    const none = signText(sampleSeed(102), "sheet", `{"schema":"sheet/1"}`);
    expect(await verify(none)).toEqual(problem("signedMalformed"));
  });

  it("is refused when whoever keeps the registry makes a grant of its own", async () => {
    const content = JSON.stringify(sampleGrant(4, chile));
    const own = signText(sampleSeed(5), "grant", content);
    expect(await verify(own)).toEqual(problem("publisherUnknown"));
    expect(await verify({ ...own, key: publisher })).toEqual(problem("signatureBroken"));
  });

  it("is refused for a device that no grant let in", async () => {
    expect(await verify(signedKeys(4))).toEqual(problem("publisherUnknown"));
    expect(await verify(signedKeys(2), [])).toEqual(problem("publisherUnknown"));
  });

  it("is refused for a device with other keys than it signed", async () => {
    const exchanged = { ...sampleKeys(2), signingKey: seedToPublicKey(sampleSeed(66)) };
    const file = { ...signedKeys(2), content: JSON.stringify(exchanged) };
    expect(await verify(file)).toEqual(problem("signatureBroken"));
  });

  it("is refused for a device that signs with one invitation and claims another's desk", async () => {
    expect(await verify(signedKeys(3, sampleKeys(2)))).toEqual(problem("signatureBroken"));
  });

  it("is refused for a revocation that its device, or another desk's, made itself", async () => {
    const content = JSON.stringify(sampleRevocation(ours));
    const results = [2, 3, 102].map((number) =>
      verify(signText(sampleSeed(number), "revocation", content)),
    );
    expect(await Promise.all(results)).toEqual(results.map(() => problem("publisherUnknown")));
  });

  it("is refused for what no registry holds, though well signed", async () => {
    for (const purpose of ["edition", "letter"] as const) {
      const file = signText(publisherSeed, purpose, JSON.stringify(ours));
      expect(await verify(file)).toEqual(problem("signedMalformed"));
    }
  });

  it("is refused for a purpose that was exchanged", async () => {
    expect(await verify({ ...signedGrant(ours), purpose: "revocation" })).toEqual(
      problem("signatureBroken"),
    );
    expect(await verify({ ...signedKeys(2), purpose: "grant" })).toEqual(
      problem("publisherUnknown"),
    );
  });

  it("is refused for keys that are none", async () => {
    const keys = { ...sampleKeys(2), sealingKey: "age1short" };
    const file = signText(sampleSeed(2), "enrolment", JSON.stringify(keys));
    expect(await verify(file)).toEqual(problem("signedMalformed"));
  });
});
