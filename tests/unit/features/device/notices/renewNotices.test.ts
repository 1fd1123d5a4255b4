import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { renewNotices } from "#features/device/notices/renewNotices.ts";
import type { PushTarget, SubscriptionRequest } from "#protocol/subscription.ts";
import { saveEdition } from "#storage/content/editions.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { saveSubscribed } from "#storage/device/subscribed.ts";
import { addLock } from "#storage/privates/lock.ts";
import { mailToDigest } from "#sync/device/subscribeDevice.ts";
import type { Sync } from "#sync/useSync.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { uruguay } from "#tests/world/desks.ts";
import { createTestVault } from "#tests/world/device.ts";
import { sampleLock } from "#tests/world/rows.ts";
import { publisher } from "#tests/world/signed.ts";
import { createEnrolment, deviceOf, ownGrant } from "#tests/world/syncDevice.ts";

afterEach(() => vi.unstubAllGlobals());

const mail = "desk@enlace.uy.example";
const epoch = randomUUID() as Epoch;
const device = deviceOf(ownGrant);
const createTarget = (name: string): PushTarget => ({
  endpoint: `https://push.example/${name}`,
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "a".repeat(22) },
});

const toSubscription = (target: PushTarget) => ({ toJSON: () => target });

/** A browser that has this subscription, or none and makes this one. */
const stubBrowser = (
  permission: NotificationPermission,
  held: PushTarget | null,
  subscribe = async () => toSubscription(createTarget("made")),
): void => {
  const pushManager = { getSubscription: async () => held && toSubscription(held), subscribe };
  const requestPermission = async () => permission;
  vi.stubGlobal("Notification", { permission, requestPermission });
  vi.stubGlobal("navigator", {
    userAgent: "",
    serviceWorker: { getRegistration: async () => ({ pushManager }) },
  });
};

/** A locked device of Uruguay's desk that was told to be pushed to at `held` and mailed, in an epoch. */
const start = async (
  change: {
    readonly mail?: string;
    readonly feedEpoch?: Epoch;
    readonly offer?: Result<object, object>;
  } = {},
) => {
  const { database, vault } = createTestVault();
  await addLock(database, sampleLock);
  await saveEnrolment(database, createEnrolment(), { privates: [], removes: [] });
  const mailDigest = change.mail === undefined ? null : await mailToDigest(device, change.mail);
  const pushEndpoint = createTarget("held").endpoint;
  await saveSubscribed(database, { device, pushEndpoint, mailDigest, epoch });
  const next = 1;
  await database.positions.put({ desk: deskToId(uruguay), epoch: change.feedEpoch ?? epoch, next });
  const edition = buildEdition({ UY: { policy: [buildContact({ id: "UY-1", emails: [mail] })] } });
  const origin = { publisher, signature: "s", etag: null, source: "endpoint" } as const;
  const held = { edition, closedCounts: [], closedMissing: false, takenAt: edition.issuedAt };
  await saveEdition(database, { ...held, ...origin }, { type: "keep" });
  const asked: SubscriptionRequest[] = [];
  const key = createTarget("key").keys.p256dh;
  const sync = {
    findNoticeOffer: async () => change.offer ?? ok({ push: { key }, mail: true, epoch }),
    subscribe: async (_: unknown, request: SubscriptionRequest) => {
      asked.push(request);
      return ok(undefined);
    },
  } as unknown as Sync;
  await renewNotices({ database, vault, sync });
  return asked;
};

test("what still holds is not said again", async () => {
  stubBrowser("granted", createTarget("held"));
  expect(await start({ mail })).toEqual([]);
});

test("a place that the browser changed is said again, with the address that was chosen", async () => {
  stubBrowser("granted", createTarget("changed"));
  expect(await start({ mail })).toEqual([{ push: createTarget("changed"), mail }]);
});

test("a place that the browser dropped is made again, if notifications are still allowed", async () => {
  stubBrowser("granted", null);
  expect(await start()).toEqual([{ push: createTarget("made"), mail: null }]);
});

test("where they were forbidden the endpoint is told, and nobody is asked", async () => {
  stubBrowser("denied", null);
  expect(await start({ mail })).toEqual([{ push: null, mail }]);
});

test("where the endpoint, or the browser's push service, isn't reached, nobody is told otherwise", async () => {
  stubBrowser("granted", null);
  expect(await start({ offer: err({ type: "notReached" }) })).toEqual([]);
  stubBrowser("granted", null, () => Promise.reject(new Error("not reached")));
  expect(await start()).toEqual([]);
});

test("an endpoint that pushes no more is told to forget the place", async () => {
  stubBrowser("granted", null);
  expect(await start({ offer: ok({ push: null, mail: true, epoch }) })).toEqual([
    { push: null, mail: null },
  ]);
});

test("[S12] a restored endpoint is told again", async () => {
  stubBrowser("granted", createTarget("held"));
  const asked = await start({ mail, feedEpoch: randomUUID() as Epoch });
  expect(asked).toEqual([{ push: createTarget("held"), mail }]);
});

test("an address that can't be read while locked is not lost: it waits for the passphrase", async () => {
  stubBrowser("granted", createTarget("changed"));
  expect(await start({ mail: "closed@enlace.uy.example" })).toEqual([]);
});
