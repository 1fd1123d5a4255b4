import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import { createInvitationCode, formatInvitationCode } from "#domain/trust/invitationCode.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import { EnrolmentRequest } from "#protocol/enrolment.ts";
import { finishEnrolment, prepareEnrolment } from "#sealing/desk/enrolment.ts";
import { listIdentities } from "#sealing/records/identities.ts";
import { codeToSeed } from "#signing/signText.ts";
import { verifySigned } from "#signing/verifySigned.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { uruguay } from "#tests/world/desks.ts";
import { createTestVault, passphrase, valueOf } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { createTestWorld } from "#tests/world/world.ts";

const code = createInvitationCode(Array.from({ length: 16 }, (_, place) => place * 7));
const typed = formatInvitationCode(code).toLowerCase().replaceAll("-", " ");

const createDevice = async () => {
  const { database, vault } = createTestVault();
  valueOf(await vault.setUp(passphrase));
  return { database, vault, clock: () => startedAtMs, newId: () => randomUUID() as string };
};

test("a typed code gives a signed request that bears neither code, token, nor a private key", async () => {
  const device = await createDevice();
  const { request, secrets, token } = valueOf(await prepareEnrolment(device, typed));
  const { keys } = v.parse(EnrolmentRequest, request);
  expect(await verifySigned(keys)).toBe(true);
  const said = v.parse(DeviceKeys, JSON.parse(keys.content));
  expect(said).toMatchObject({ invitationKey: keys.key, device: secrets.device });
  const sent = JSON.stringify(request);
  for (const secret of [code, token, secrets.signingSeed, secrets.sealingIdentity]) {
    expect(sent).not.toContain(secret);
  }
  expect(token).toHaveLength(43);
});

test("the same code gives the same request again, another code another one", async () => {
  const device = await createDevice();
  const first = valueOf(await prepareEnrolment(device, typed));
  expect(valueOf(await prepareEnrolment(device, code))).toEqual(first);
  const other = createInvitationCode(Array.from({ length: 16 }, (_, place) => place * 5));
  expect(valueOf(await prepareEnrolment(device, other)).request).not.toEqual(first.request);
  expect(valueOf(await prepareEnrolment(device, code))).toEqual(first);
});

test("a code with a wrong character is refused, and nothing is kept", async () => {
  const device = await createDevice();
  const wrong = `${code.slice(0, 3)}${code[3] === "7" ? "8" : "7"}${code.slice(4)}`;
  expect(await prepareEnrolment(device, wrong)).toEqual({
    ok: false,
    error: { type: "invitationCodeCheck" },
  });
  expect(await device.database.privates.count()).toBe(0);
});

test("a locked device prepares nothing", async () => {
  const { database, vault } = createTestVault();
  const device = { ...(await createDevice()), database, vault };
  expect(await prepareEnrolment(device, code)).toEqual({
    ok: false,
    error: { type: "vaultLocked" },
  });
});

test("the answer makes this a device of its desk, and the pending request goes", async () => {
  const world = createTestWorld();
  await world.grant(uruguay, await codeToSeed(code));
  const device = await createDevice();
  const pending = valueOf(await prepareEnrolment(device, code));
  const enrolled = valueOf(
    await finishEnrolment(device, pending, await world.answer(pending.request)),
  );
  expect(await listEnrolments(device.database)).toEqual([enrolled]);
  expect(enrolled).toMatchObject({ token: pending.token, invitationKey: pending.invitationKey });
  const identities = valueOf(await listIdentities(device));
  expect(identities.kept).toMatchObject([{ value: { ...pending.secrets, desk: uruguay } }]);
  const rows = await device.database.privates.toArray();
  expect(rows.map(({ kind, desk }) => [kind, desk])).toEqual([["identity", "UY/policy"]]);
});

test("an answer for another device enrols nothing", async () => {
  const world = createTestWorld();
  await world.grant(uruguay, await codeToSeed(code));
  const device = await createDevice();
  const pending = valueOf(await prepareEnrolment(device, code));
  const answer = await world.answer(pending.request);
  const other = { ...answer, device: randomUUID() as DeviceId };
  expect(await finishEnrolment(device, pending, other)).toMatchObject({
    ok: false,
    error: { type: "notOurEndpoint" },
  });
  expect(await listEnrolments(device.database)).toEqual([]);
  expect(valueOf(await prepareEnrolment(device, code))).toEqual(pending);
});
