import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { Epoch } from "#domain/receipt.ts";
import { findFeedPosition, listReceived } from "#storage/received.ts";
import { pullFeed } from "#sync/pullFeed.ts";
import { createEnrolment, createTestDevice } from "./createTestDevice.ts";
import { answer, createReceipt, portal, type Reaction, startAnswering } from "./startAnswering.ts";

const desk = "UY/policy" as DeskId;
const firstEpoch = randomUUID() as Epoch;

/** A feed of `texts`, two to a page, as the endpoint gives it. */
const feed =
  (texts: readonly string[], epoch: Epoch): Reaction =>
  async ({ path }, response) => {
    const after = Number(new URL(path, "http://x").searchParams.get("after"));
    const rows = await Promise.all(
      texts.slice(after, after + 2).map(async (text, index) => {
        const bytes = JSON.stringify({ id: randomUUID(), text });
        const receipt = await createReceipt(bytes);
        return { type: "envelope", position: after + index + 1, bytes, receipt };
      }),
    );
    const next = after + rows.length;
    answer(response, 200, { epoch, desk, rows, next, more: next < texts.length });
  };

const listTexts = async (device: ReturnType<typeof createTestDevice>): Promise<string[]> =>
  (await listReceived(device.database)).map((row) => JSON.parse(row.bytes).text);

test("[S7] all pages are kept in order, and the next look begins behind them", async () => {
  const endpoint = await startAnswering(feed(["a", "b", "c"], firstEpoch));
  const device = createTestDevice(endpoint.url);
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
  const endpoint = await startAnswering(feed(texts, firstEpoch), portal(200));
  const device = createTestDevice(endpoint.url);
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["a", "b"]);
  expect((await findFeedPosition(device.database, desk))?.next).toBe(2);
  endpoint.react(feed(texts, firstEpoch));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(texts);
});

test("[S7] rows that can't be saved leave the position where it was", async () => {
  const endpoint = await startAnswering(feed(["a"], firstEpoch));
  const device = createTestDevice(endpoint.url);
  device.database.received.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  await expect(pullFeed(device, createEnrolment())).rejects.toThrow();
  expect(await findFeedPosition(device.database, desk)).toBeUndefined();
});

test("[S8] the order is the feed's, whatever the clocks in the envelopes say", async () => {
  const endpoint = await startAnswering(feed(["2030", "1999", "2026"], firstEpoch));
  const device = createTestDevice(endpoint.url);
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["2030", "1999", "2026"]);
});

test("[S12] in a new epoch the feed is read from its start, and replaces the old one", async () => {
  const endpoint = await startAnswering(feed(["a", "b", "c"], firstEpoch));
  const device = createTestDevice(endpoint.url);
  await pullFeed(device, createEnrolment());
  const restored = randomUUID() as Epoch;
  endpoint.react(feed(["a", "x"], restored));
  await pullFeed(device, createEnrolment());
  expect(await listTexts(device)).toEqual(["a", "x"]);
  expect(await findFeedPosition(device.database, desk)).toMatchObject({ epoch: restored, next: 2 });
});
