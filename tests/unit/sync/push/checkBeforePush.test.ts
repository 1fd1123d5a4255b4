import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { digestText } from "#signing/digestText.ts";
import { signText } from "#signing/signText.ts";
import { findEdition } from "#storage/content/editions.ts";
import { cancelUnsent, replaceSealed } from "#storage/outbox/outbox.ts";
import { releaseEntry } from "#storage/outbox/outboxStates.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/testEndpoint.ts";
import { hangUp, hold, startAnswering } from "#tests/unit/sync/answering/startAnswering.ts";
import { signEdition, startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile } from "#tests/world/desks.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import {
  publisherSeed,
  sampleGrant,
  sampleRevocation,
  signedGrant,
  signedKeys,
} from "#tests/world/signed.ts";
import {
  chileGrant,
  createSyncDevice,
  deviceOf,
  ownGrant,
  secondChileGrant,
} from "#tests/world/syncDevice.ts";

const withoutChile = () => {
  const { states } = createTestEdition();
  return signEdition({ number: 8, states: states.filter(({ state }) => state !== "CL") });
};

const chileRevoked = () => {
  const revocation = sampleRevocation(sampleGrant(chileGrant, chile));
  return signText(publisherSeed, "revocation", JSON.stringify(revocation));
};

const start = async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  return { endpoint, device };
};

test("[S11] newest edition and registry are looked at before a round, once, and not for nothing", async () => {
  const { endpoint, device } = await start();
  await device.push();
  expect(endpoint.looks).toEqual([]);
  await device.queue();
  await device.queue();
  expect(await device.push()).toEqual({ held: 2, kept: 0 });
  const looked = endpoint.looks.map(({ path }) => path.split("?")[0]);
  expect(new Set(looked)).toEqual(new Set(["/v1/directory", "/v1/registry"]));
  expect(looked).toHaveLength(2);
  expect((await findEdition(device.database))?.edition.number).toBe(7);
});

test("[S11] a desk that left in the newest edition: nothing is sent, and it is shown", async () => {
  const { endpoint, device } = await start();
  const { envelopeId } = await device.queue();
  endpoint.served.edition = withoutChile();
  expect(await device.push()).toEqual({ held: 0, kept: 1 });
  expect(endpoint.heard).toEqual([]);
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "needsAttention",
    refusal: { type: "deskLeft", httpStatus: null },
  });
  // Nobody can have it: it can be taken back without a word.
  expect((await cancelUnsent(device.database, envelopeId, [], [])).ok).toBe(true);
});

test("[S11] what may have arrived before the desk left can't be taken back without a word", async () => {
  const { endpoint, device } = await start();
  endpoint.react(hangUp);
  const { envelopeId } = await device.queue();
  await device.push();
  endpoint.served.edition = withoutChile();
  device.moveClock(3_600_000);
  await device.push();
  for (const tries of [1, 1]) {
    expect((await device.outbox())[0]?.state).toMatchObject({ type: "needsAttention", tries });
    expect(await cancelUnsent(device.database, envelopeId, [], [])).toMatchObject({
      error: { type: "inquiryTried" },
    });
    await releaseEntry(device.database, envelopeId, msToInstant(startedAtMs));
    await device.push();
  }
});

test("[S11] a desk that came back is written to when the person tries again", async () => {
  const { endpoint, device } = await start();
  const { envelopeId } = await device.queue();
  endpoint.served.edition = withoutChile();
  await device.push();
  endpoint.served.edition = signEdition({ number: 9 });
  await device.push();
  expect(endpoint.heard).toEqual([]);
  await releaseEntry(device.database, envelopeId, msToInstant(startedAtMs));
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S11] a revoked recipient stops what is sealed to it; sealed again, it goes under the same id", async () => {
  const { endpoint, device } = await start();
  const { envelopeId, bytes } = await device.queue();
  endpoint.served.registry.push(
    chileRevoked(),
    signedGrant(sampleGrant(secondChileGrant, chile)),
    signedKeys(secondChileGrant),
  );
  await device.push();
  expect(endpoint.heard).toEqual([]);
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "needsAttention",
    refusal: { type: "recipientRevoked", httpStatus: null },
  });
  const again = bytes.replace(deviceOf(chileGrant), deviceOf(secondChileGrant));
  const sealedTo = [deviceOf(ownGrant), deviceOf(secondChileGrant)];
  const digest = await digestText(again);
  await replaceSealed(device.database, envelopeId, { bytes: again, digest, sealedTo });
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  expect(endpoint.heard.map(({ body }) => body)).toEqual([again]);
  expect(await device.sent(envelopeId)).toMatchObject({ sealedTo, notes: [] });
});

test("[S11] a revocation that nobody whom we trust has signed stops nothing", async () => {
  const { endpoint, device } = await start();
  await device.queue();
  const { content } = chileRevoked();
  endpoint.served.registry.push(signText(new Uint8Array(32).fill(99), "revocation", content));
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S11] a phone that joined: it goes, and the note stands with what was sent", async () => {
  const { endpoint, device } = await start();
  const { envelopeId } = await device.queue();
  const grant = signedGrant(sampleGrant(secondChileGrant, chile));
  endpoint.served.registry.push(grant, signedKeys(secondChileGrant));
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  expect(await device.sent(envelopeId)).toMatchObject({ notes: ["deviceJoined"] });
});

test("[S11] a look that fails holds nothing up", async () => {
  const endpoint = await startAnswering(async (heard, response) =>
    heard.method === "PUT" ? hold(heard, response) : hangUp(heard, response),
  );
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});
