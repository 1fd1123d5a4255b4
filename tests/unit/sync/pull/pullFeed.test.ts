import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import { signText } from "#signing/signText.ts";
import { findFeedPosition, listNotices, listSealed, saveOpened } from "#storage/feed/arrived.ts";
import { queueWithdrawal } from "#storage/outbox/outbox.ts";
import { createEndpointClient } from "#sync/endpoint/endpointClient.ts";
import { pullFeed } from "#sync/pull/pullFeed.ts";
import {
  answer,
  createReceipt,
  hold,
  portal,
  type Reaction,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile } from "#tests/world/desks.ts";
import { publisherSeed, sampleGrant, sampleRevocation } from "#tests/world/signed.ts";
import {
  chileGrant,
  createAddition,
  createEnrolment,
  createSyncDevice,
  deviceOf,
  type SyncDevice,
} from "#tests/world/syncDevice.ts";

const desk = "UY/policy" as DeskId;
const firstEpoch = randomUUID() as Epoch;

/** A feed of `rows`, two to a page, as the endpoint gives it. */
const feedOf =
  (rows: readonly (string | object)[], epoch: Epoch): Reaction =>
  async ({ path }, response) => {
    const after = Number(new URL(path, "http://x").searchParams.get("after"));
    const page = await Promise.all(
      rows.slice(after, after + 2).map(async (row, index) => {
        const position = after + index + 1;
        if (typeof row !== "string") return { ...row, position };
        const receipt = await createReceipt(row, { epoch });
        return { type: "envelope", position, bytes: row, receipt };
      }),
    );
    const next = after + page.length;
    answer(response, 200, { epoch, desk, rows: page, next, more: next < rows.length });
  };

const feed = (texts: readonly string[], epoch: Epoch): Reaction =>
  feedOf(
    texts.map((text) => JSON.stringify({ id: randomUUID(), text })),
    epoch,
  );

const listTexts = async (device: SyncDevice): Promise<string[]> =>
  (await listSealed(device.database)).map(({ bytes }) => JSON.parse(bytes ?? "").text);

const start = async (...reactions: readonly Reaction[]) => {
  const endpoint = await startAnswering(...reactions);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  return { endpoint, device };
};

test("[S7] all pages are kept in order, and the next look begins behind them", async () => {
  const { endpoint, device } = await start(feed(["a", "b", "c"], firstEpoch));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["a", "b", "c"]);
  expect(await findFeedPosition(device.database, desk)).toEqual({
    desk,
    epoch: firstEpoch,
    next: 3,
  });
  await pullFeed(device, createEnrolment());
  expect(endpoint.heard.at(-1)?.path).toContain("after=3");
  expect(await listTexts(device)).toHaveLength(3);
});

test("[S7] a page that fails changes nothing, and the next look goes on from there", async () => {
  const texts = ["a", "b", "c", "d"];
  const { endpoint, device } = await start(feed(texts, firstEpoch), portal(200));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["a", "b"]);
  expect((await findFeedPosition(device.database, desk))?.next).toBe(2);
  endpoint.react(feed(texts, firstEpoch));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(texts);
});

test("[S7] rows that can't be saved leave the position where it was", async () => {
  const { device } = await start(feed(["a"], firstEpoch));
  device.database.arrived.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  await expect(pullFeed(device, createEnrolment())).rejects.toThrow();
  expect(await findFeedPosition(device.database, desk)).toBeUndefined();
});

test("[S7] what arrives for a desk that this device has left meanwhile is not kept", async () => {
  const { device } = await start(feed(["a"], firstEpoch));
  await device.database.enrolments.clear();
  await pullFeed(device, createEnrolment());
  expect(await device.database.arrived.toArray()).toEqual([]);
  expect(await findFeedPosition(device.database, desk)).toBeUndefined();
});

test("[S8] the order is the feed's, whatever the clocks in the envelopes say", async () => {
  const { device } = await start(feed(["2030", "1999", "2026"], firstEpoch));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["2030", "1999", "2026"]);
});

test("notices are kept with what they are about, and an envelope's outside for counting", async () => {
  const { bytes, envelopeId, thread } = await createAddition();
  const at = "2026-11-22T15:00:02.000Z";
  const device = deviceOf(chileGrant);
  const { device: reader } = await start(
    feedOf(
      [
        bytes,
        { type: "delivered", envelope: envelopeId, device, at },
        { type: "recipientsGone", envelope: envelopeId, at },
      ],
      firstEpoch,
    ),
  );
  await pullFeed(reader, createEnrolment());
  expect(await listSealed(reader.database)).toMatchObject([
    { envelopeId, thread, kind: "inquiry", bytes },
  ]);
  expect(await listNotices(reader.database, [thread])).toMatchObject([
    { notice: "delivered", envelopeId, device, at },
    { notice: "recipientsGone", envelopeId, device: null, at },
  ]);
});

test("a tab that brings a page once more leaves as opened what was opened meanwhile", async () => {
  const { device } = await start(feed(["a", "b"], firstEpoch));
  await pullFeed(device, createEnrolment());
  const [first] = await listSealed(device.database);
  if (!first) throw new Error("nothing arrived");
  await saveOpened(device.database, [{ ...first, state: "opened" }], []);
  await device.database.positions.update(desk, { next: 0 });
  await pullFeed(device, createEnrolment());
  expect((await device.database.arrived.toArray())[0]).toMatchObject({
    state: "opened",
    bytes: null,
  });
});

test("[S12] in a new epoch the feed is read from its start, and replaces the old one", async () => {
  const { endpoint, device } = await start(feed(["a", "b", "c"], firstEpoch));
  await pullFeed(device, createEnrolment());
  const restored = randomUUID() as Epoch;
  endpoint.react(feed(["a", "x"], restored));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["a", "x"]);
  expect(await findFeedPosition(device.database, desk)).toMatchObject({ epoch: restored, next: 2 });
});

test("[S12] a mark for a place where another epoch's envelope stands changes nothing", async () => {
  const { endpoint, device } = await start(feed(["a"], firstEpoch));
  await pullFeed(device, createEnrolment());
  const [old] = await listSealed(device.database);
  if (!old) throw new Error("nothing arrived");
  endpoint.react(feed(["x"], randomUUID() as Epoch));
  await pullFeed(device, createEnrolment());
  await saveOpened(device.database, [{ ...old, state: "opened" }], []);
  expect(await listTexts(device)).toEqual(["x"]);
});

/** Two envelopes of one thread and one of another, held, and one that was taken back. */
const startHeld = async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const first = await device.queue();
  const second = await device.queue({ thread: first.thread, kind: "update" });
  const withdrawn = await device.queue();
  await device.push();
  await device.push();
  const withdrawal = await createAddition({ thread: withdrawn.thread, kind: "withdrawal" });
  const nothing = { privates: [], removes: [] };
  await queueWithdrawal(device.database, withdrawn.envelopeId, { entry: withdrawal, ...nothing });
  await device.push();
  expect(endpoint.heard).toHaveLength(4);
  return { endpoint, device, first, second, withdrawn, withdrawal };
};

test("[S12] what another epoch held is put again once, the same bytes, in its order", async () => {
  const { endpoint, device, first, second, withdrawn, withdrawal } = await startHeld();
  const restored = randomUUID() as Epoch;
  endpoint.react(feed([], restored));
  await pullFeed(device, createEnrolment());
  const before = await device.sent(first.envelopeId);
  expect(before).toMatchObject({ receipt: null, lostReceipt: { id: first.envelopeId } });
  expect((await device.outbox()).map(({ envelopeId }) => envelopeId)).toEqual([
    first.envelopeId,
    second.envelopeId,
    withdrawal.envelopeId,
  ]);
  endpoint.heard.splice(0);
  endpoint.react(async ({ body }, response) => {
    answer(response, 201, await createReceipt(body, { epoch: restored }));
  });
  await device.push();
  expect(endpoint.heard.map(({ body }) => body).toSorted()).toEqual(
    [first, second, withdrawal].map(({ bytes }) => bytes).toSorted(),
  );
  const bodies = endpoint.heard.map(({ body }) => body);
  expect(bodies.indexOf(first.bytes)).toBeLessThan(bodies.indexOf(second.bytes));
  expect(await device.sent(first.envelopeId)).toMatchObject({
    receipt: { epoch: restored },
    lostReceipt: null,
  });
  expect((await device.sent(withdrawn.envelopeId))?.receipt?.epoch).not.toBe(restored);
  expect(await device.sentBytes(withdrawn.envelopeId)).toBeUndefined();
  endpoint.react(feed([], restored));
  await pullFeed(device, createEnrolment());
  expect(await device.outbox()).toEqual([]);
});

test("[S12] what was held before goes again though a phone that it was sealed to is revoked since", async () => {
  const { endpoint, device } = await startHeld();
  const revocation = sampleRevocation(sampleGrant(chileGrant, chile));
  endpoint.served.registry.push(signText(publisherSeed, "revocation", JSON.stringify(revocation)));
  endpoint.react(feed([], randomUUID() as Epoch));
  await pullFeed(device, createEnrolment());
  endpoint.react(hold);
  const never = await device.queue();
  await device.push();
  expect((await device.outbox()).map(({ envelopeId }) => envelopeId)).toEqual([never.envelopeId]);
});

test("[S12] what was held can't be taken back as if nobody had seen it", async () => {
  const { endpoint, device } = await startHeld();
  endpoint.react(feed([], randomUUID() as Epoch));
  await pullFeed(device, createEnrolment());
  expect((await device.outbox())[0]?.state).toMatchObject({
    type: "waiting",
    tries: 1,
    failure: { type: "endpointRestored" },
  });
});

test("[S12] a page of the new epoch that can't be saved queues nothing again", async () => {
  const { endpoint, device, first } = await startHeld();
  device.database.positions.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  endpoint.react(feed(["a"], randomUUID() as Epoch));
  await expect(pullFeed(device, createEnrolment())).rejects.toThrow();
  expect(await device.outbox()).toEqual([]);
  expect((await device.sent(first.envelopeId))?.receipt).not.toBeNull();
});

test("a feed that can't be reached changes nothing", async () => {
  const { device } = await start(feed(["a"], firstEpoch));
  const client = createEndpointClient("http://127.0.0.1:9");
  await pullFeed({ ...device, client }, createEnrolment());
  expect(await device.database.arrived.toArray()).toEqual([]);
});
