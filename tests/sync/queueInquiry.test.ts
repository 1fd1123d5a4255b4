import { expect, test } from "vitest";
import { findInquiry, saveInquiryDraft } from "#storage/inquiries.ts";
import { digestText } from "#sync/digestText.ts";
import { queueInquiry } from "#sync/queueInquiry.ts";
import { createSampleContent } from "../domain/sampleInquiry.ts";
import { createRecord, createTestDevice } from "./createTestDevice.ts";

const nowhere = "http://127.0.0.1:9";

test("[S1] the inquiry and its envelope are saved together", async () => {
  const device = createTestDevice(nowhere);
  await device.enrol();
  const id = await device.queue();
  const [entry] = await device.outbox();
  expect(entry).toMatchObject({ thread: id, sequence: 1, state: { type: "queued" } });
  expect(entry?.digests).toEqual([await digestText(entry?.bytes ?? "")]);
  expect((await findInquiry(device.database, id))?.progress).toMatchObject({
    type: "queued",
    envelopeId: entry?.envelopeId,
  });
});

test("[S1] when the envelope can't be saved, the inquiry stays a draft", async () => {
  const device = createTestDevice(nowhere);
  await device.enrol();
  const record = createRecord();
  await saveInquiryDraft(device.database, record);
  device.database.outbox.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  const queued = await queueInquiry(device, record.id, createSampleContent());
  expect(queued).toEqual({ ok: false, error: { type: "storageFull" } });
  expect(await device.outbox()).toEqual([]);
  expect((await findInquiry(device.database, record.id))?.progress).toEqual({ type: "draft" });
});

test("[S1] an inquiry is queued once, however often the button is pressed", async () => {
  const device = createTestDevice(nowhere);
  await device.enrol();
  const record = createRecord();
  await saveInquiryDraft(device.database, record);
  const content = createSampleContent();
  const answers = await Promise.all([
    queueInquiry(device, record.id, content),
    queueInquiry(device, record.id, content),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await device.outbox()).toHaveLength(1);
});

test("a tab that still shows the form does not change what was queued", async () => {
  const device = createTestDevice(nowhere);
  await device.enrol();
  const id = await device.queue();
  const before = await findInquiry(device.database, id);
  const late = await saveInquiryDraft(device.database, { ...createRecord(), id });
  expect(late).toEqual({ ok: false, error: { type: "inquiryNoDraft" } });
  expect(await findInquiry(device.database, id)).toEqual(before);
});

test.each([
  ["queueNeedsStorage", { lasting: false }],
  ["noEndpoint", { endpointUrl: null }],
  ["deskNotEnrolled", {}],
])("%s refuses to queue rather than pretend", async (type, changes) => {
  const device = createTestDevice(nowhere);
  const record = createRecord();
  await saveInquiryDraft(device.database, record);
  const queued = await queueInquiry({ ...device, ...changes }, record.id, createSampleContent());
  expect(queued).toEqual({ ok: false, error: { type } });
  expect(await device.outbox()).toEqual([]);
  expect((await findInquiry(device.database, record.id))?.progress).toEqual({ type: "draft" });
});
