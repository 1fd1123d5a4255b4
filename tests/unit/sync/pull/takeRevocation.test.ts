import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { signText } from "#signing/signText.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { findLock } from "#storage/privates/lock.ts";
import {
  changePrivates,
  listPrivates,
  listTouched,
  savePrivate,
} from "#storage/privates/privates.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import { pullRegistry } from "#sync/pull/pullRegistry.ts";
import { hold, type Reaction, refuse } from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { sampleRow } from "#tests/world/rows.ts";
import {
  publisherSeed,
  sampleGrant,
  sampleKeys,
  sampleRevocation,
  sampleSeed,
  signedGrant,
  signedKeys,
} from "#tests/world/signed.ts";
import {
  chileGrant,
  createEnrolment,
  createSyncDevice,
  deviceOf,
  otherOwnGrant,
  ownGrant,
  type SyncDevice,
} from "#tests/world/syncDevice.ts";

const technical = { ...uruguay, desk: "technical" as const };

const revocationOf = (grant: number, seed = publisherSeed): SignedFile =>
  signText(seed, "revocation", JSON.stringify(sampleRevocation(sampleGrant(grant, uruguay))));

const grantOf = (grant: number, seed = publisherSeed): SignedFile =>
  signText(seed, "grant", JSON.stringify(sampleGrant(grant, uruguay)));

const sayRevoked = (revocation: SignedFile, grant?: SignedFile): Reaction =>
  refuse(401, { type: "revoked", revocation, grant });

/** A device of one desk that has read the registry, with something written and something queued. */
const start = async () => {
  const { endpoint, device } = await startUnread();
  await pullRegistry(device);
  return { endpoint, device };
};

/** The same before its first look at the registry. */
const startUnread = async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await savePrivate(device.database, sampleRow("draft", "mine"), 0);
  await device.queue();
  return { endpoint, device };
};

const addDesk = async ({ database }: SyncDevice): Promise<void> => {
  const identity = sampleRow("identity", deviceOf(otherOwnGrant), deskToId(technical));
  await saveEnrolment(
    database,
    createEnrolment({
      device: deviceOf(otherOwnGrant),
      desk: technical,
      token: "technical",
      invitationKey: sampleKeys(otherOwnGrant).invitationKey,
    }),
    { privates: [{ row: identity, expectedRev: 0 }], removes: [] },
  );
  await savePrivate(database, sampleRow("draft", "technical", deskToId(technical)), 0);
};

const listDrafts = async ({ database }: SyncDevice) =>
  (await listPrivates(database, "draft")).map(({ id }) => id);

const expectNothingErased = async (device: SyncDevice): Promise<void> => {
  expect(await listEnrolments(device.database)).toHaveLength(1);
  expect(await findLock(device.database)).toBeDefined();
  expect(await listDrafts(device)).toEqual(["mine"]);
  expect(await device.outbox()).toHaveLength(1);
  expect(device.revoked).toEqual([]);
};

test.each<[string, () => Reaction]>([
  ["a plain 401", () => refuse(401, { type: "unauthenticated" })],
  [
    "a revocation by a key that nobody trusts",
    () => sayRevoked(revocationOf(ownGrant, sampleSeed(99))),
  ],
  [
    "a revocation whose grant was changed afterwards",
    () => {
      const { content, ...rest } = revocationOf(chileGrant);
      const [theirs, ours] = [sampleGrant(chileGrant, chile).id, sampleGrant(ownGrant, uruguay).id];
      return sayRevoked({ ...rest, content: content.replace(theirs, ours) });
    },
  ],
  ["the revocation of another's grant", () => sayRevoked(revocationOf(chileGrant))],
  [
    "a grant that is called a revocation",
    () =>
      sayRevoked(
        signText(
          publisherSeed,
          "grant",
          JSON.stringify(sampleRevocation(sampleGrant(ownGrant, uruguay))),
        ),
      ),
  ],
])("[S13] %s erases nothing, and pauses the queue", async (_what, reaction) => {
  const { endpoint, device } = await start();
  endpoint.react(reaction());
  await device.push();
  await pullFeed(device, createEnrolment());
  await expectNothingErased(device);
  expect((await device.outbox())[0]?.state.type).toBe("paused");
});

test("[S13] the publisher's revocation of our grant erases all that is private, and tells", async () => {
  const { endpoint, device } = await start();
  endpoint.react(sayRevoked(revocationOf(ownGrant)));
  await device.push();
  const { database } = device;
  expect(device.revoked).toEqual(["UY/policy: everything"]);
  expect(await findLock(database)).toBeUndefined();
  const { privates, touched, outbox, sent, sentBytes, registry, enrolments } = database;
  for (const table of [privates, touched, outbox, sent, sentBytes, registry, enrolments])
    expect(await table.count()).toBe(0);
  expect(await database.editions.count()).toBe(1);
});

test("[S13] before a first look at the registry, a grant of ours that comes along erases as well", async () => {
  const { endpoint, device } = await startUnread();
  endpoint.react(sayRevoked(revocationOf(ownGrant), grantOf(ownGrant)));
  await pullFeed(device, createEnrolment());
  expect(endpoint.looks).toEqual([]);
  expect(device.revoked).toEqual(["UY/policy: everything"]);
  expect(await findLock(device.database)).toBeUndefined();
  expect(await listDrafts(device)).toEqual([]);
  expect(await device.outbox()).toEqual([]);
});

test.each<[string, SignedFile, SignedFile | undefined]>([
  ["no grant", revocationOf(ownGrant), undefined],
  ["the grant of another device", revocationOf(chileGrant), grantOf(chileGrant)],
  ["our grant, and the revocation of another", revocationOf(chileGrant), grantOf(ownGrant)],
  ["the grant of another, and our revocation", revocationOf(ownGrant), grantOf(chileGrant)],
  [
    "our grant by a key that nobody trusts",
    revocationOf(ownGrant),
    grantOf(ownGrant, sampleSeed(99)),
  ],
  [
    "our grant, and its revocation by a key that nobody trusts",
    revocationOf(ownGrant, sampleSeed(99)),
    grantOf(ownGrant),
  ],
  [
    "the grant of another, changed to be ours",
    revocationOf(chileGrant),
    {
      ...grantOf(chileGrant),
      content: grantOf(chileGrant).content.replace(
        sampleKeys(chileGrant).invitationKey,
        sampleKeys(ownGrant).invitationKey,
      ),
    },
  ],
  [
    "what the publisher signed as something else than a grant",
    revocationOf(ownGrant),
    signText(publisherSeed, "revocation", JSON.stringify(sampleGrant(ownGrant, uruguay))),
  ],
])(
  "[S13] before a first look at the registry, %s erases nothing",
  async (_what, revocation, grant) => {
    const { endpoint, device } = await startUnread();
    endpoint.react(sayRevoked(revocation, grant));
    await pullFeed(device, createEnrolment());
    await expectNothingErased(device);
  },
);

test("[S13] with another desk on the device, only what is the revoked desk's goes", async () => {
  const { endpoint, device } = await start();
  await addDesk(device);
  await savePrivate(device.database, sampleRow("draft", "uruguay", deskToId(uruguay)), 0);
  endpoint.react(sayRevoked(revocationOf(ownGrant)));
  await pullFeed(device, createEnrolment());
  expect(device.revoked).toEqual(["UY/policy: desk"]);
  expect(await listDrafts(device)).toEqual(["mine", "technical"]);
  expect(await listPrivates(device.database, "identity")).toHaveLength(1);
  expect((await listEnrolments(device.database)).map(({ desk }) => desk)).toEqual([technical]);
  expect(await device.outbox()).toEqual([]);
  expect(await device.database.sent.count()).toBe(0);
  expect(await findLock(device.database)).toBeDefined();
});

test("[S13] neither the bytes, the marks, nor the lines of the revoked desk's threads stay; the other's do", async () => {
  const { endpoint, device } = await start();
  await addDesk(device);
  const { database } = device;
  const places = [uruguay, technical].map((desk) => ({
    id: randomUUID() as ThreadId,
    desk: deskToId(desk),
  }));
  for (const place of places) {
    const rows = [
      sampleRow("thread", placeToKey(place), place.desk),
      sampleRow("summaries", place.desk, place.desk),
    ];
    await changePrivates(
      database,
      rows.map((row) => ({ row, expectedRev: 0 })),
      [],
    );
  }
  const theirs = await device.queue({ from: technical });
  endpoint.react(sayRevoked(revocationOf(ownGrant)));
  await pullFeed(device, createEnrolment());
  expect(device.revoked).toEqual(["UY/policy: desk"]);
  expect(await database.sentBytes.toCollection().primaryKeys()).toEqual([theirs.envelopeId]);
  expect(await listTouched(database)).toMatchObject([places[1] ?? {}]);
  expect((await listPrivates(database, "summaries")).map(({ id }) => id)).toEqual(["UY/technical"]);
});

test("[S13] a revocation that the registry brings by another desk's token erases as well", async () => {
  const { endpoint, device } = await start();
  await addDesk(device);
  endpoint.served.registry.push(revocationOf(ownGrant));
  await pullRegistry(device);
  expect(device.revoked).toEqual(["UY/policy: desk"]);
  expect(await listDrafts(device)).toEqual(["mine", "technical"]);
});

test("[S13] whoever calls itself by our device's id, and is revoked, takes nothing with it", async () => {
  const { endpoint, device } = await start();
  const impostor = { ...sampleKeys(30), device: deviceOf(ownGrant) };
  endpoint.served.registry.push(
    signedGrant(sampleGrant(30, uruguay)),
    signedKeys(30, impostor),
    revocationOf(30),
  );
  await pullRegistry(device);
  await expectNothingErased(device);
});
