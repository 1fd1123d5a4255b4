import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { digestText } from "#signing/digestText.ts";
import { replaceSealed } from "#storage/outbox/outbox.ts";
import { saveOnItsWay } from "#storage/outbox/outboxStates.ts";
import { pushOutbox } from "#sync/push/pushOutbox.ts";
import {
  createReceipt,
  hangUp,
  hold,
  holdWith,
  portal,
  type Reaction,
  refuse,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { createSyncDevice } from "#tests/world/syncDevice.ts";

const dayMs = 86_400_000;

test("[S2] what was held while its answer was lost is sent again byte for byte, and is held once", async () => {
  const endpoint = await startTestEndpoint(hangUp, hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { envelopeId } = await device.queue();
  await device.push();
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "waiting",
    tries: 1,
    failure: { type: "notReached" },
  });
  device.moveClock(dayMs);
  await device.push();
  expect(await device.outbox()).toEqual([]);
  const [first, second] = endpoint.heard;
  expect(second?.body).toBe(first?.body);
  expect(second?.path).toBe(first?.path);
  expect((await device.sent(envelopeId))?.receipt).not.toBeNull();
});

test("[S2] a 409 that bears the receipt of our own bytes is a receipt", async () => {
  const endpoint = await startTestEndpoint(async ({ body }, response) => {
    const receipt = await createReceipt(body);
    await refuse(409, { type: "idTaken", receipt })({} as never, response);
  });
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S2] a 409 for other bytes needs attention, and the entry stays", async () => {
  const endpoint = await startTestEndpoint(async ({ body }, response) => {
    const receipt = await createReceipt(`${body} `);
    await refuse(409, { type: "idTaken", receipt })({} as never, response);
  });
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.push();
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "needsAttention",
    refusal: { type: "idTaken", httpStatus: 409 },
  });
});

test("[S2] what was sealed again under its id is one message: a receipt for either is taken", async () => {
  const endpoint = await startTestEndpoint(hangUp, async ({ body }, response) => {
    const receipt = await createReceipt(first);
    await refuse(409, { type: "idTaken", receipt })({} as never, response);
    expect(body).toBe(second);
  });
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { envelopeId, bytes: first, sealedTo } = await device.queue();
  const second = first.replace('"body":"YWdl', '"body":"YWdlYWdl');
  await device.push();
  const digest = await digestText(second);
  expect(
    await replaceSealed(device.database, envelopeId, { bytes: second, digest, sealedTo }),
  ).toBe(true);
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  expect(await device.sent(envelopeId)).toMatchObject({
    receipt: { digest: expect.not.stringMatching(digest) },
  });
  // S12: what a new epoch would be given.
  expect(await device.sentBytes(envelopeId)).toBe(second);
  expect(await replaceSealed(device.database, envelopeId, { bytes: first, digest, sealedTo })).toBe(
    false,
  );
});

test("[S3] a receipt is kept with what was sent as the entry leaves", async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { envelopeId } = await device.queue();
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  const receipt = await createReceipt(endpoint.heard[0]?.body ?? "");
  expect(await device.sent(envelopeId)).toMatchObject({ receipt });
  expect(await device.outbox()).toEqual([]);
  expect(endpoint.heard[0]).toMatchObject({ method: "PUT", authorization: "Bearer token" });
});

test.each<[string, Reaction]>([
  ["another id", holdWith({ id: randomUUID() })],
  ["another digest", holdWith({ digest: "0".repeat(64) })],
  ["a number that is not its digest's", holdWith({ number: "0000-0000" })],
])("[S3] a receipt with %s ends nothing", async (_what, reaction) => {
  const endpoint = await startTestEndpoint(reaction);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { envelopeId } = await device.queue();
  await device.push();
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "waiting",
    failure: { type: "receiptMismatch" },
  });
  expect((await device.sent(envelopeId))?.receipt).toBeNull();
});

test.each([
  ["a portal's 200", portal(200)],
  ["a portal's 401", portal(401)],
  ["a portal's 403", portal(403)],
  ["a portal's 404", portal(404)],
  ["JSON that is not the protocol's", portal(200, "application/json")],
  ["our media type with another schema", refuse(200, { hello: "there" })],
  ["our media type with an unknown refusal", refuse(400, { type: "nonsense" })],
])(
  "[S4] %s is the network failing: the entry waits, and is tried again",
  async (_what, reaction) => {
    const endpoint = await startTestEndpoint(reaction, hold);
    const device = createSyncDevice(endpoint.url);
    await device.enrol();
    const { envelopeId } = await device.queue();
    await device.push();
    expect((await device.outbox())[0]?.state).toMatchObject({
      type: "waiting",
      failure: { type: "notOurEndpoint" },
    });
    expect((await device.sent(envelopeId))?.receipt).toBeNull();
    device.moveClock(dayMs);
    expect(await device.push()).toEqual({ held: 1, kept: 0 });
  },
);

test("[S4] a proxy's 407, which fetch gives as no answer at all, is tried again", async () => {
  const endpoint = await startTestEndpoint(portal(407), hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.push();
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "waiting",
    failure: { type: "notReached" },
  });
  device.moveClock(dayMs);
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test.each([
  [408, { type: "timeout" }],
  [429, { type: "rateLimited", retryAfterS: 60 }],
  [500, { type: "internal" }],
  [503, { type: "unavailable" }],
])("[S4] the protocol's %i is tried again, not before it asked", async (status, error) => {
  const endpoint = await startTestEndpoint(refuse(status, error, { "Retry-After": "600" }), hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.push();
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "waiting",
    dueAt: msToInstant(startedAtMs + 600_000),
    failure: { type: "endpointBusy", httpStatus: status, retryAfterMs: 600_000 },
  });
  device.moveClock(599_000);
  await device.push();
  expect(endpoint.heard).toHaveLength(1);
  device.moveClock(1_000);
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S4] the protocol's 401 pauses the queue; a new enrolment sends all of it once", async () => {
  const endpoint = await startTestEndpoint(refuse(401, { type: "unauthenticated" }));
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.queue();
  await device.push();
  device.moveClock(60 * dayMs);
  await device.push();
  expect((await device.outbox()).map(({ state }) => state.type)).toEqual(["paused", "paused"]);
  expect(endpoint.heard).toHaveLength(2);
  endpoint.react(hold);
  await device.enrol({ token: "another token" });
  expect(await device.push()).toEqual({ held: 2, kept: 0 });
  expect(endpoint.heard.slice(2).map((call) => call.authorization)).toEqual([
    "Bearer another token",
    "Bearer another token",
  ]);
});

test("[S4] without an enrolment nothing is sent, and the entry is paused", async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.database.enrolments.clear();
  await device.push();
  expect((await device.outbox())[0]?.state.type).toBe("paused");
  expect(endpoint.heard).toEqual([]);
});

test("[S4] after 200 failed tries and 60 days nothing is deleted, and it still goes", async () => {
  const endpoint = await startTestEndpoint(hangUp);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  for (let round = 0; round < 200; round += 1) {
    await device.push();
    device.moveClock((60 * dayMs) / 200);
  }
  expect(endpoint.heard).toHaveLength(200);
  expect((await device.outbox())[0]?.state).toMatchObject({ type: "waiting", tries: 200 });
  endpoint.react(hold);
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
}, 30_000);

test("[S4] a clock that was set back by two years leaves nothing stuck", async () => {
  const endpoint = await startTestEndpoint(hangUp, hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.push();
  device.moveClock(-730 * dayMs);
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S5] two pushers of one device send each entry once", async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.queue();
  const otherTab = device.reopen();
  await Promise.all([device.push(), pushOutbox({ ...device, database: otherTab })]);
  otherTab.close();
  expect(endpoint.heard).toHaveLength(2);
  expect(await device.outbox()).toEqual([]);
});

test("[S5] what a dead tab left on its way is due for whoever has the lock", async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  const [entry] = await device.outbox();
  if (!entry) throw new Error("nothing queued");
  await saveOnItsWay(device.database, entry.envelopeId, msToInstant(startedAtMs));
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
});

test("[S6] a refused envelope needs attention with its reason; others are held", async () => {
  const endpoint = await startTestEndpoint(refuse(422, { type: "recipientUnknown" }), hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { thread: refused } = await device.queue();
  await device.queue();
  await device.queue();
  expect(await device.push()).toEqual({ held: 2, kept: 1 });
  const left = await device.outbox();
  expect(left).toHaveLength(1);
  expect(left[0]).toMatchObject({
    thread: refused,
    state: { type: "needsAttention", refusal: { type: "recipientUnknown", httpStatus: 422 } },
  });
});

test("[S6] what answers in the endpoint's place once holds up that entry only", async () => {
  const endpoint = await startTestEndpoint(portal(200), hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.queue();
  expect(await device.push()).toEqual({ held: 1, kept: 1 });
});
