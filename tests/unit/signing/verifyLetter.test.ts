import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Envelope } from "#domain/envelope/envelope.ts";
import { isLetterOf, Letter } from "#domain/letter/letter.ts";
import { type DeskDevice, listDeskDevices } from "#domain/trust/deskDevices.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { verifyLetter } from "#signing/verifyLetter.ts";
import { chile, jamaica } from "#tests/world/desks.ts";
import { createSampleContent } from "#tests/world/letters.ts";
import { sampleGrant, sampleKeys, sampleRevocation, sampleSeed } from "#tests/world/signed.ts";

const grants = [sampleGrant(2, chile), sampleGrant(3, jamaica), sampleGrant(4, chile, "reader")];
const [ours = sampleGrant(2, chile)] = grants;
const registry = [
  ...grants.map((grant) => ({ type: "grant", grant }) as const),
  ...[2, 3, 4].map((number) => ({ type: "device", keys: sampleKeys(number) }) as const),
];
const devices = listDeskDevices(registry);

const id = "11111111-1111-4111-8111-111111111111";
const thread = "22222222-2222-4222-8222-222222222222";
const letter = v.parse(Letter, {
  schema: "letter/1",
  id,
  thread,
  kind: "inquiry",
  from: chile,
  to: jamaica,
  urgency: "day",
  author: sampleKeys(2).device,
  writtenAt: "2026-11-22T15:00:00.000Z",
  seen: [],
  content: createSampleContent({ from: chile, to: jamaica }),
});
const envelope = v.parse(Envelope, {
  id,
  thread,
  kind: "inquiry",
  from: chile,
  to: jamaica,
  urgency: "day",
  sealedTo: [sampleKeys(3).device],
  body: `YWdlLWVuY3J5cHRpb24ub3JnL3Yx${"A".repeat(20)}`,
});
const signedBy = (number: number, changed: Partial<Letter> = {}) =>
  signText(sampleSeed(number + 100), "letter", JSON.stringify({ ...letter, ...changed }));
const verify = (signed = signedBy(2), at: Envelope | null = envelope, among = devices) =>
  verifyLetter(signed, at, among);
const problem = (type: string) => ({ ok: false, error: { type } });

describe("a letter", () => {
  it("is taken from its envelope, and without one from a colleague's handing over", async () => {
    expect(isLetterOf(letter, envelope)).toBe(true);
    expect(await verify()).toEqual({ ok: true, value: letter });
    expect(await verify(signedBy(2), null)).toEqual({ ok: true, value: letter });
  });

  it("is taken from a device that was revoked since", async () => {
    const revocation = { type: "revocation", revocation: sampleRevocation(ours) } as const;
    const revoked = listDeskDevices([...registry, revocation]);
    expect(revoked.find(({ grant }) => grant.id === ours.id)?.isRevoked).toBe(true);
    expect(await verify(signedBy(2), envelope, revoked)).toEqual({ ok: true, value: letter });
  });

  it("is refused with any word of it changed", async () => {
    const signed = signedBy(2);
    const content = signed.content.replace("Tráfico", "Trafico");
    expect(content).not.toBe(signed.content);
    expect(await verify({ ...signed, content })).toEqual(problem("signatureBroken"));
  });

  it("is refused in another thread, from or to another desk, of another kind, urgency or id", async () => {
    const peru = { ...chile, state: v.parse(Envelope.entries.from.entries.state, "PE") };
    const other = v.parse(Envelope.entries.id, "33333333-3333-4333-8333-333333333333");
    const changes: readonly Partial<Envelope>[] = [
      { id: other },
      { thread: v.parse(Envelope.entries.thread, other) },
      { kind: "update" },
      { from: peru },
      { to: peru },
      { urgency: "hours" },
    ];
    const results = await Promise.all(
      changes.map((change) => verify(signedBy(2), { ...envelope, ...change })),
    );
    expect(results).toEqual(changes.map(() => problem("readdressed")));
  });

  it("is refused from a device that nobody vouches for", async () => {
    expect(await verify(signedBy(2), envelope, [])).toEqual(problem("authorUnknown"));
  });

  it("is refused when a colleague or a stranger signs under its author's name", async () => {
    for (const number of [3, 4, 77]) {
      expect(await verify(signedBy(number))).toEqual(problem("authorUnknown"));
    }
  });

  it("is refused from a device of another desk, and from a reader of the same", async () => {
    const author = (number: number) => ({ author: sampleKeys(number).device });
    for (const number of [3, 4]) {
      expect(await verify(signedBy(number, author(number)))).toEqual(problem("authorOfOtherDesk"));
    }
  });

  it("is refused when what was signed is no letter, or was not signed as one", async () => {
    const seed = sampleSeed(102);
    const asGrant = signText(seed, "grant", JSON.stringify(letter));
    expect(await verify(asGrant)).toEqual(problem("letterMalformed"));
    expect(await verify({ ...asGrant, purpose: "letter" })).toEqual(problem("signatureBroken"));
    expect(await verify(signedBy(2, { kind: "closing" }))).toEqual(problem("letterMalformed"));
    expect(await verify(signText(seed, "letter", "{}"))).toEqual(problem("letterMalformed"));
  });

  it("is refused when what was signed is no JSON, and nothing is thrown", async () => {
    const signed = signText(sampleSeed(102), "letter", "<html>");
    expect(await verify(signed)).toEqual(problem("letterMalformed"));
  });

  it("is refused when two claim its author's invitation: one of them was put there", async () => {
    const second = { ...sampleKeys(2), signingKey: seedToPublicKey(sampleSeed(88)) };
    const doubled: readonly DeskDevice[] = listDeskDevices([
      ...registry,
      { type: "device", keys: second },
    ]);
    expect(await verify(signedBy(2), envelope, doubled)).toEqual(problem("authorUnknown"));
  });
});
