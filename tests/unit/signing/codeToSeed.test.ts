import { pbkdf2Sync } from "node:crypto";
import { expect, it } from "vitest";
import { createInvitationCode } from "#domain/trust/invitationCode.ts";
import { codeToSeed, createSigningSeed } from "#signing/signText.ts";

const code = createInvitationCode(Array.from({ length: 16 }, (_, index) => index));

it("a code gives the same seed on every device, as PBKDF2 of Node's own gives it", async () => {
  const expected = pbkdf2Sync(code, "enlace/invitation/1", 600_000, 32, "sha256");
  expect(Buffer.from(await codeToSeed(code))).toEqual(expected);
});

it("a code with one other character gives another seed", async () => {
  const other = createInvitationCode(Array.from({ length: 16 }, (_, index) => 31 - index));
  expect(await codeToSeed(other)).not.toEqual(await codeToSeed(code));
});

it("a seed is 32 bytes that no other is", () => {
  const seeds = Array.from({ length: 20 }, createSigningSeed);
  expect(seeds.map((seed) => seed.length)).toEqual(seeds.map(() => 32));
  expect(new Set(seeds.map((seed) => seed.join())).size).toBe(seeds.length);
});
