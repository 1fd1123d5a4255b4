import { expect, test } from "vitest";
import type { DeskAddress } from "#domain/desk.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { findDeskSheet } from "#domain/trust/deskSheet.ts";
import { digestText } from "#signing/digestText.ts";
import { signText } from "#signing/signText.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listLostSheets, listRegistry } from "#storage/desk/registry.ts";
import { listNotices, listSealed } from "#storage/feed/arrived.ts";
import { enrolDevice } from "#sync/createSync.ts";
import { publishSheet, putSheetsAgain } from "#sync/device/publishSheet.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import { pullRegistry } from "#sync/pull/pullRegistry.ts";
import { startRealEndpoint } from "#tests/unit/sync/answering/startRealEndpoint.ts";
import { signEdition } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import {
  publisherSeed,
  sampleGrant,
  sampleKeys,
  sampleRevocation,
  sampleSheet,
  signedGrant,
  signedKeys,
  signedSheet,
} from "#tests/world/signed.ts";
import {
  chileGrant,
  createEnrolment,
  createSyncDevice,
  ownGrant,
  type SyncDevice,
} from "#tests/world/syncDevice.ts";

/** A device that redeems the invitation of this number as a phone does. */
const enrolAs = async (url: string, number: number, desk: DeskAddress): Promise<SyncDevice> => {
  const device = createSyncDevice(url);
  const token = `token-${number}`;
  const tokenHash = await digestText(token);
  const answered = await enrolDevice(device.client, { keys: signedKeys(number), tokenHash });
  if (!answered.ok) throw new Error(answered.error.type);
  const { invitationKey } = sampleKeys(number);
  await device.enrol({ device: answered.value.device, token, desk, invitationKey });
  return device;
};

/** Uruguay with a phone, Chile with another, and the real endpoint between them. */
const start = async () => {
  const endpoint = await startRealEndpoint();
  await endpoint.publish(
    signEdition(),
    signedGrant(sampleGrant(ownGrant, uruguay)),
    signedGrant(sampleGrant(chileGrant, chile)),
  );
  const asking = await enrolAs(endpoint.url, ownGrant, uruguay);
  const asked = await enrolAs(endpoint.url, chileGrant, chile);
  return { endpoint, asking, asked };
};

const look = async (device: SyncDevice): Promise<void> => {
  for (const enrolment of await listEnrolments(device.database)) await pullFeed(device, enrolment);
};

test("what one desk sends arrives sealed at the other, and its delivery is told", async () => {
  const { asking, asked } = await start();
  const { envelopeId, thread, bytes } = await asking.queue();
  expect(await asking.push()).toEqual({ held: 1, kept: 0 });
  await look(asked);
  expect(await listSealed(asked.database)).toMatchObject([{ envelopeId, bytes }]);
  // Only who asks for what comes after it has it.
  await look(asked);
  await look(asking);
  expect(await listNotices(asking.database, [thread])).toMatchObject([
    { notice: "delivered", envelopeId },
  ]);
});

test("[S12] an endpoint restored from a copy gets once more what it had lost, and once only", async () => {
  const { endpoint, asking, asked } = await start();
  const kept = await asking.queue();
  await asking.push();
  await look(asking);
  const restore = endpoint.backUp();
  const lost = await asking.queue({ thread: kept.thread, kind: "update" });
  await asking.push();
  await look(asked);
  expect(await asked.database.arrived.toArray()).toHaveLength(2);
  await restore();
  await look(asking);
  expect(await asking.outbox()).toHaveLength(2);
  expect(await asking.push()).toEqual({ held: 2, kept: 0 });
  await look(asked);
  const bytes = (await listSealed(asked.database)).map((row) => row.bytes);
  expect(bytes).toEqual([kept.bytes, lost.bytes]);
  await look(asking);
  expect(await asking.outbox()).toEqual([]);
});

test("[S12] an endpoint restored from a copy learns again of a recovery sheet, and of its withdrawal", async () => {
  const { endpoint, asking, asked } = await start();
  const [enrolment] = await listEnrolments(asked.database);
  if (!enrolment) throw new Error("no enrolment");
  const sheet = sampleSheet(1, chileGrant, chile);
  const none = sampleSheet(2, chileGrant, chile, { sealingKey: null, replaces: [sheet.id] });
  const publish = (said: typeof sheet) =>
    publishSheet(asked, enrolment, signedSheet(said, chileGrant));
  const seeSheet = async (device: SyncDevice): Promise<string> => {
    await pullRegistry(device);
    const entries = await listRegistry(device.database);
    return findDeskSheet(entries, listDeskDevices(entries), chile).type;
  };
  expect(await publish(sheet)).toEqual({ ok: true, value: undefined });
  expect(await publish(sheet)).toEqual({ ok: true, value: undefined });
  expect([await seeSheet(asking), await seeSheet(asked)]).toEqual(["made", "made"]);
  const restore = endpoint.backUp();
  expect(await publish(none)).toEqual({ ok: true, value: undefined });
  expect(await seeSheet(asked)).toBe("withdrawn");
  await restore();
  // Who has not seen the withdrawal has it only once the desk's own device has been there.
  expect(await seeSheet(asking)).toBe("made");
  expect(await seeSheet(asked)).toBe("withdrawn");
  await putSheetsAgain(asked);
  expect(await seeSheet(asking)).toBe("withdrawn");
  expect(await seeSheet(asked)).toBe("withdrawn");
  expect(await listLostSheets(asked.database)).toEqual([]);
});

test("a recovery sheet of another desk is refused, and says why", async () => {
  const { asking } = await start();
  const [enrolment] = await listEnrolments(asking.database);
  if (!enrolment) throw new Error("no enrolment");
  const sheet = sampleSheet(1, ownGrant, chile);
  expect(await publishSheet(asking, enrolment, signedSheet(sheet, ownGrant))).toEqual({
    ok: false,
    error: { type: "forbidden" },
  });
});

test("[S13] the endpoint hands on the publisher's word, and the revoked phone forgets its desk", async () => {
  const { endpoint, asking, asked } = await start();
  const { thread } = await asking.queue();
  await asking.push();
  await look(asked);
  await pullRegistry(asked);
  const revocation = JSON.stringify(sampleRevocation(sampleGrant(chileGrant, chile)));
  await endpoint.publish(signText(publisherSeed, "revocation", revocation));
  await look(asked);
  expect(asked.revoked).toEqual(["CL/policy: everything"]);
  expect(await asked.database.arrived.toArray()).toEqual([]);
  expect(await listEnrolments(asked.database)).toEqual([]);
  // The one who wrote to it learns that nobody is left to open it.
  await look(asking);
  expect(await listNotices(asking.database, [thread])).toMatchObject([
    { notice: "recipientsGone" },
  ]);
  expect(asking.revoked).toEqual([]);
});

test("[S13] a phone that was revoked before it first read the registry forgets its desk, and no other phone does", async () => {
  const { endpoint, asking, asked } = await start();
  await asking.queue();
  const revocation = JSON.stringify(sampleRevocation(sampleGrant(ownGrant, uruguay)));
  await endpoint.publish(signText(publisherSeed, "revocation", revocation));
  await look(asked);
  expect(asked.revoked).toEqual([]);
  expect(await listEnrolments(asked.database)).toHaveLength(1);
  await asking.push();
  expect(asking.revoked).toEqual(["UY/policy: everything"]);
  expect(await listEnrolments(asking.database)).toEqual([]);
  expect(await listRegistry(asking.database)).toEqual([]);
  expect(await asking.outbox()).toEqual([]);
});

test("[S13] a token that the endpoint doesn't know erases nothing", async () => {
  const { asking } = await start();
  await pullRegistry(asking);
  await asking.queue();
  await asking.database.enrolments.put(createEnrolment({ token: "another's" }));
  await asking.push();
  await look(asking);
  expect((await asking.outbox())[0]?.state.type).toBe("paused");
  expect(await listEnrolments(asking.database)).toHaveLength(1);
  expect(asking.revoked).toEqual([]);
});
