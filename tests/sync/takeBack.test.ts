import { expect, test } from "vitest";
import { findInquiry } from "#storage/inquiries.ts";
import { removeWithOutbox } from "#storage/outbox.ts";
import { takeBack } from "#sync/takeBack.ts";
import { createTestDevice } from "./createTestDevice.ts";
import { hangUp, hold, refuse, startAnswering } from "./startAnswering.ts";

test("[S10] before the first try it is simply gone, and the inquiry is a draft again", async () => {
  const endpoint = await startAnswering(hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "draft" });
  expect(await device.outbox()).toEqual([]);
  expect((await findInquiry(device.database, id))?.progress).toEqual({ type: "draft" });
  await device.push();
  expect(endpoint.heard).toEqual([]);
});

test("[S10] after a try a withdrawal goes in its place, and its text is sent no more", async () => {
  const endpoint = await startAnswering(hangUp, hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  await device.push();
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "withdrawal" });
  expect(await device.push()).toEqual({ held: 1, kept: 0 });
  const [inquiry, withdrawal] = endpoint.heard.map((call) => JSON.parse(call.body));
  expect(endpoint.heard).toHaveLength(2);
  expect(withdrawal).toMatchObject({ kind: "withdrawal", thread: id, to: inquiry.to });
  expect(JSON.parse(withdrawal.body)).toMatchObject({ withdraws: inquiry.id });
  expect((await findInquiry(device.database, id))?.progress).toMatchObject({
    type: "withdrawn",
    withdrawalReceipt: { id: withdrawal.id },
  });
});

test("[S10] what is held can still be withdrawn; its receipt stays", async () => {
  const endpoint = await startAnswering(hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  await device.push();
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "withdrawal" });
  await device.push();
  const progress = (await findInquiry(device.database, id))?.progress;
  expect(progress).toMatchObject({ type: "withdrawn" });
  expect(progress).toHaveProperty("receipt.number");
  expect(progress).toHaveProperty("withdrawalReceipt.number");
});

test("[S10] a receipt that arrives for what was taken back meanwhile is kept with it", async () => {
  const answered = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const endpoint = await startAnswering(async (heard, response) => {
    arrived.resolve();
    await answered.promise;
    await hold(heard, response);
  }, hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  const pushing = device.push();
  await arrived.promise;
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "withdrawal" });
  answered.resolve();
  await pushing;
  const progress = (await findInquiry(device.database, id))?.progress;
  expect(progress).toMatchObject({ type: "withdrawn" });
  expect(progress).toHaveProperty("receipt.number");
  expect(progress).toHaveProperty("withdrawalReceipt.number");
  expect(await device.outbox()).toEqual([]);
});

test("[S10] a draft has nothing to take back", async () => {
  const endpoint = await startAnswering(hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  await takeBack(device, id);
  expect(await takeBack(device, id)).toEqual({ ok: false, error: { type: "inquiryNotSent" } });
  expect((await findInquiry(device.database, id))?.progress).toEqual({ type: "draft" });
});

test("[S10] what the endpoint refused at the first try is a draft again, and nothing follows it", async () => {
  const endpoint = await startAnswering(refuse(422, { type: "recipientUnknown" }), hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  await device.push();
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "draft" });
  expect(await device.push()).toEqual({ held: 0, kept: 0 });
  expect(endpoint.heard).toHaveLength(1);
  expect((await findInquiry(device.database, id))?.progress).toEqual({ type: "draft" });
});

test("[S10] what was refused after a try without an answer may be held: a withdrawal follows it", async () => {
  const endpoint = await startAnswering(hangUp, refuse(403, { type: "forbidden" }), hold);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  await device.push();
  device.moveClock(3_600_000);
  await device.push();
  expect((await device.outbox())[0]?.state.type).toBe("needsAttention");
  expect(await takeBack(device, id)).toEqual({ ok: true, value: "withdrawal" });
});

test("an inquiry is deleted with what of it waits", async () => {
  const endpoint = await startAnswering(hangUp);
  const device = createTestDevice(endpoint.url);
  await device.enrol();
  const id = await device.queue();
  expect(await device.outbox()).toHaveLength(1);
  await removeWithOutbox(device.database, id);
  expect(await device.outbox()).toEqual([]);
  expect(await findInquiry(device.database, id)).toBeUndefined();
});
