import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PushTarget } from "#protocol/subscription.ts";
import { signText } from "#signing/signText.ts";
import { listSubscribed } from "#storage/device/subscribed.ts";
import { findNoticeOffer, mailToDigest, subscribeDevice } from "#sync/device/subscribeDevice.ts";
import { pullRegistry } from "#sync/pull/pullRegistry.ts";
import {
  answer,
  hangUp,
  portal,
  type Reaction,
  refuse,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { uruguay } from "#tests/world/desks.ts";
import { publisherSeed, sampleGrant, sampleRevocation } from "#tests/world/signed.ts";
import { createEnrolment, createSyncDevice, deviceOf, ownGrant } from "#tests/world/syncDevice.ts";

const epoch = randomUUID();
const mail = "desk@enlace.uy.example";
const push: PushTarget = {
  endpoint: "https://push.example/a",
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "a".repeat(22) },
};

/** The endpoint as it should be. */
const take: Reaction = ({ body }, response) => {
  const wanted = JSON.parse(body) as { push: object | null; mail: string | null };
  answer(response, 200, { push: wanted.push !== null, mail: wanted.mail, epoch });
};

test("what was asked is sent by the device itself, and what was answered is kept", async () => {
  const endpoint = await startAnswering(take);
  const device = createSyncDevice(endpoint.url);
  const told = await subscribeDevice(device, createEnrolment(), { push, mail });
  expect(told.ok).toBe(true);
  expect(endpoint.heard).toEqual([
    {
      method: "PUT",
      path: `/v1/subscriptions/${deviceOf(ownGrant)}`,
      body: JSON.stringify({ push, mail }),
      authorization: "Bearer token",
    },
  ]);
  const mailDigest = await mailToDigest(deviceOf(ownGrant), mail);
  const kept = { device: deviceOf(ownGrant), pushEndpoint: push.endpoint, mailDigest, epoch };
  expect(await listSubscribed(device.database)).toEqual([kept]);
  expect(JSON.stringify(await device.database.singles.toArray())).not.toContain(mail);
});

test.each<[string, Reaction, string]>([
  ["an address that left the directory", refuse(422, { type: "mailNotListed" }), "mailNotListed"],
  ["what isn't offered", refuse(422, { type: "noticesNotOffered" }), "noticesNotOffered"],
  ["a plain 401", refuse(401, { type: "unauthenticated" }), "unauthenticated"],
  ["a portal's page", portal(200), "notOurEndpoint"],
  ["no answer", hangUp, "notReached"],
])("%s is told, and what was known stays", async (_what, reaction, type) => {
  const endpoint = await startAnswering(take, reaction);
  const device = createSyncDevice(endpoint.url);
  await subscribeDevice(device, createEnrolment(), { push, mail: null });
  const before = await listSubscribed(device.database);
  const told = await subscribeDevice(device, createEnrolment(), { push: null, mail });
  expect(told).toMatchObject({ ok: false, error: { type } });
  expect(await listSubscribed(device.database)).toEqual(before);
  expect(before).toHaveLength(1);
});

test("what an endpoint offers is what its health says", async () => {
  const health = { protocol: 1, epoch, push: { key: push.keys.p256dh }, mail: false };
  const endpoint = await startAnswering((_, response) => answer(response, 200, health), hangUp);
  const { client } = createSyncDevice(endpoint.url);
  expect(await findNoticeOffer({ client })).toMatchObject({ ok: true, value: { mail: false } });
  expect(await findNoticeOffer({ client })).toEqual({ ok: false, error: { type: "notReached" } });
});

test("[S13] the publisher's word erases, also as the answer to this call", async () => {
  const revocation = sampleRevocation(sampleGrant(ownGrant, uruguay));
  const signed = signText(publisherSeed, "revocation", JSON.stringify(revocation));
  const endpoint = await startTestEndpoint(refuse(401, { type: "revoked", revocation: signed }));
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await pullRegistry(device);
  const told = await subscribeDevice(device, createEnrolment(), { push, mail: null });
  expect(told).toMatchObject({ ok: false, error: { type: "revoked" } });
  expect(device.revoked).toEqual(["UY/policy: everything"]);
  expect(await listSubscribed(device.database)).toEqual([]);
});
