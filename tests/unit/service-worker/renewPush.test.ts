import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Epoch } from "#domain/envelope/receipt.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { renewPush } from "#service-worker/renewPush.ts";
import { saveEdition } from "#storage/content/editions.ts";
import type { Subscribed } from "#storage/database.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { listSubscribed, saveSubscribed } from "#storage/device/subscribed.ts";
import { mailToDigest } from "#sync/device/subscribeDevice.ts";
import {
  answer,
  hangUp,
  type Reaction,
  refuse,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { openTestDatabase, requestToPromise } from "#tests/world/rows.ts";
import { publisher } from "#tests/world/signed.ts";
import { createEnrolment, deviceOf, ownGrant } from "#tests/world/syncDevice.ts";

beforeEach(() => requestToPromise(indexedDB.deleteDatabase("enlace")));

const mail = "desk@enlace.uy.example";
const epoch = randomUUID() as Epoch;
const device = deviceOf(ownGrant);
const createTarget = (name: string): PushTarget => ({
  endpoint: `https://push.example/${name}`,
  keys: { p256dh: `B${"a".repeat(86)}`, auth: "a".repeat(22) },
});
const key = createTarget("key").keys.p256dh;
const toPlace = (target: PushTarget) => ({ toJSON: () => target });

/** The endpoint as it should be: offers push, and takes what it is told. */
const take: Reaction = ({ method, body }, response) => {
  if (method === "GET")
    return answer(response, 200, { protocol: 1, epoch, push: { key }, mail: true });
  const wanted = JSON.parse(body) as { push: object | null; mail: string | null };
  answer(response, 200, { push: wanted.push !== null, mail: wanted.mail, epoch });
};

/** A browser whose person allows notifications or not, and what it holds now. */
const createScope = (
  permission: NotificationPermission,
  held: PushTarget | null,
  subscribe = async () => toPlace(createTarget("made")),
) => {
  const keys: string[] = [];
  const pushManager = {
    getSubscription: async () => held && toPlace(held),
    subscribe: ({ applicationServerKey }: { readonly applicationServerKey: string }) => {
      keys.push(applicationServerKey);
      return subscribe();
    },
  };
  const scope = {
    registration: {
      scope: "https://enlace.example/",
      showNotification: async () => undefined,
      pushManager,
    },
    clients: { matchAll: async () => [], openWindow: async () => null },
    navigator: {},
    Notification: { permission },
  };
  return { scope, keys };
};

/** A device of Uruguay's desk that is pushed to at `old`, or told in another way. */
const start = async (reaction: Reaction, change: Partial<Subscribed> = {}) => {
  const endpoint = await startAnswering(reaction);
  const { database } = await openTestDatabase("enlace");
  const config = { endpoint: endpoint.url, publishers: [], demonstration: null };
  await database.singles.put({ key: "config", ...config });
  await saveEnrolment(database, createEnrolment(), { privates: [], removes: [] });
  const edition = buildEdition({ UY: { policy: [buildContact({ id: "UY-1", emails: [mail] })] } });
  const origin = { publisher, signature: "s", etag: null, source: "endpoint" } as const;
  const read = { edition, closedCounts: [], closedMissing: false, takenAt: edition.issuedAt };
  await saveEdition(database, { ...read, ...origin }, { type: "keep" });
  const pushEndpoint = createTarget("old").endpoint;
  const before = { device, pushEndpoint, mailDigest: null, epoch, ...change };
  await saveSubscribed(database, before);
  database.close();
  const told = () =>
    endpoint.heard.flatMap(({ method, body }) =>
      method === "PUT" ? [JSON.parse(body) as unknown] : [],
    );
  return { endpoint, before, told };
};

const readKept = async (): Promise<readonly Subscribed[]> => {
  const { database } = await openTestDatabase("enlace");
  const kept = await listSubscribed(database);
  database.close();
  return kept;
};

test.each<[string, PushTarget | null, PushTarget | null]>([
  ["that the browser says", createTarget("new"), null],
  ["that the browser has, and doesn't say", null, createTarget("new")],
])(
  "a new place %s is told to the endpoint by the device itself, and kept",
  async (_, given, held) => {
    const { endpoint, before, told } = await start(take);
    await renewPush(createScope("granted", held).scope, given && toPlace(given));
    expect(told()).toEqual([{ push: createTarget("new"), mail: null }]);
    expect(endpoint.heard.at(-1)).toMatchObject({
      path: `/v1/subscriptions/${device}`,
      authorization: "Bearer token",
    });
    expect(await readKept()).toEqual([{ ...before, pushEndpoint: createTarget("new").endpoint }]);
  },
);

test("a place that was dropped is made again, by the endpoint's own key", async () => {
  const { told } = await start(take);
  const { scope, keys } = createScope("granted", null);
  await renewPush(scope, null);
  expect(keys).toEqual([key]);
  expect(told()).toEqual([{ push: createTarget("made"), mail: null }]);
});

test("where notifications were forbidden the endpoint is told, and nothing is made", async () => {
  const { told } = await start(take);
  const { scope, keys } = createScope("denied", null);
  await renewPush(scope, null);
  expect(keys).toEqual([]);
  expect(told()).toEqual([{ push: null, mail: null }]);
  expect(await readKept()).toEqual([]);
});

test("an address that was chosen besides stays, if it can be read on a locked device", async () => {
  const { told } = await start(take, { mailDigest: await mailToDigest(device, mail) });
  await renewPush(createScope("granted", null).scope, toPlace(createTarget("new")));
  expect(told()).toEqual([{ push: createTarget("new"), mail }]);
});

test("where it can't, nothing is told, and the next start of the app knows that it is due", async () => {
  const mailDigest = await mailToDigest(device, "closed@enlace.uy.example");
  const { before, told } = await start(take, { mailDigest });
  await renewPush(createScope("granted", null).scope, toPlace(createTarget("new")));
  expect(told()).toEqual([]);
  expect(await readKept()).toEqual([before]);
});

test.each<[string, Reaction, PushTarget | null]>([
  ["no network", hangUp, null],
  ["no network, and a place that is known", hangUp, createTarget("new")],
  ["an endpoint that refuses", refuse(401, { type: "unauthenticated" }), createTarget("new")],
])("with %s what was known stays", async (_, reaction, given) => {
  const { before } = await start(reaction);
  await renewPush(createScope("granted", null).scope, given && toPlace(given));
  expect(await readKept()).toEqual([before]);
});

test("where the browser's push service isn't reached, nothing is told to be forbidden", async () => {
  const { before, told } = await start(take);
  const fail = () => Promise.reject(new Error("not reached"));
  await renewPush(createScope("granted", null, fail).scope, null);
  expect(told()).toEqual([]);
  expect(await readKept()).toEqual([before]);
});

test("who is not pushed to, or is already at that place, tells nobody", async () => {
  const mailed = { pushEndpoint: null, mailDigest: await mailToDigest(device, mail) };
  const { endpoint } = await start(take, mailed);
  const { scope, keys } = createScope("granted", null);
  await renewPush(scope, toPlace(createTarget("new")));
  expect(endpoint.heard).toEqual([]);
  const other = await start(take);
  await renewPush(scope, toPlace(createTarget("old")));
  expect(other.endpoint.heard).toEqual([]);
  expect(keys).toEqual([]);
});
