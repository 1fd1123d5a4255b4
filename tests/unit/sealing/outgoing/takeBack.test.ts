import { expect, test } from "vitest";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { saveEngagement } from "#sealing/outgoing/queueNote.ts";
import { takeBack } from "#sealing/outgoing/takeBack.ts";
import { findDraft, findInquiry, saveInquiry } from "#sealing/records/records.ts";
import { saveOnItsWay } from "#storage/outbox/outboxStates.ts";
import { findSent } from "#storage/outbox/sent.ts";
import { createPair, type TestDevice, valueOf, writeBefore } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";

test("[S10] before the first try it is a draft again, and nothing else of it is left", async () => {
  const { asker } = await createPair();
  const { id, envelopeId } = await asker.ask();
  expect(await takeBack(asker, id)).toEqual({ ok: true, value: "draft" });
  expect(await asker.outbox()).toEqual([]);
  expect(await findSent(asker.database, envelopeId)).toBeUndefined();
  expect(await findInquiry(asker, id)).toEqual({ ok: true, value: undefined });
  expect(await asker.threads()).toEqual([]);
  expect(await findDraft(asker, id)).toMatchObject({
    value: { value: { progress: { type: "draft" } } },
  });
});

test("[S10] after a try a withdrawal takes its place, and its own entry is tried no more", async () => {
  const { asker } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await saveOnItsWay(asker.database, envelopeId, msToInstant(startedAtMs));
  expect(await takeBack(asker, id)).toEqual({ ok: true, value: "withdrawal" });
  const [entry, ...others] = await asker.outbox();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ kind: "withdrawal", thread: id });
  expect(await findSent(asker.database, envelopeId)).toMatchObject({ withdrawn: true });
  expect(await findInquiry(asker, id)).toMatchObject({
    value: { value: { progress: { type: "withdrawn", withdrawalId: entry?.envelopeId } } },
  });
  expect(await asker.kinds(id)).toEqual(["inquiry", "withdrawal"]);
  expect(await takeBack(asker, id)).toEqual({ ok: false, error: { type: "inquiryNotSent" } });
  expect(await asker.outbox()).toHaveLength(1);
});

test("[S10] what is held is withdrawn, and the other desk reads which letter it was", async () => {
  const { asker, asked } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await asker.push();
  valueOf(await takeBack(asker, id));
  await asker.push();
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 2, problems: 0, left: 0 });
  const [thread] = await asked.threads();
  const withdrawal = thread?.letters.find(({ letter }) => letter.kind === "withdrawal");
  expect(withdrawal?.letter.content).toEqual({ schema: "withdrawal/1", withdraws: envelopeId });
});

test("[S10] an inquiry to whose thread more was written is withdrawn, and nothing of that is lost", async () => {
  const { asker } = await createPair();
  const { id } = await asker.ask();
  valueOf(await saveEngagement(asker, asker.place(id), { who: "technical-team", done: true }));
  expect(await takeBack(asker, id)).toEqual({ ok: true, value: "withdrawal" });
  expect(await asker.kinds(id)).toEqual(["inquiry", "note", "withdrawal"]);
  expect((await asker.outbox()).map(({ kind }) => kind)).toEqual(["note", "withdrawal"]);
});

const call = {
  id: "1",
  at: msToInstant(startedAtMs),
  phone: "+56225550100",
  outcome: "reached",
  note: "Said so.",
} as const;

const noteCall = async (device: TestDevice, id: ThreadId): Promise<void> => {
  const found = valueOf(await findInquiry(device, id));
  if (!found) throw new Error("no inquiry");
  valueOf(await saveInquiry(device, { ...found.value, calls: [call] }, found.rev));
};

test("[S10] the note of a call that another tab keeps in that moment is in the draft again", async () => {
  const { asker } = await createPair();
  const { id } = await asker.ask();
  const racing = writeBefore(asker, "draft", () => noteCall(asker, id));
  expect(await takeBack(racing, id)).toEqual({ ok: true, value: "draft" });
  expect(await findDraft(asker, id)).toMatchObject({ value: { value: { calls: [call] } } });
  expect(await findInquiry(asker, id)).toEqual({ ok: true, value: undefined });
  expect(await asker.outbox()).toEqual([]);
});

test("[S10] the note of a call that another tab keeps in that moment stays with what is withdrawn", async () => {
  const { asker } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await saveOnItsWay(asker.database, envelopeId, msToInstant(startedAtMs));
  const racing = writeBefore(asker, "inquiry", () => noteCall(asker, id));
  expect(await takeBack(racing, id)).toEqual({ ok: true, value: "withdrawal" });
  const [entry, ...others] = await asker.outbox();
  expect(others).toEqual([]);
  const progress = { type: "withdrawn", withdrawalId: entry?.envelopeId };
  expect(await findInquiry(asker, id)).toMatchObject({
    value: { value: { calls: [call], progress } },
  });
  expect(await asker.kinds(id)).toEqual(["inquiry", "withdrawal"]);
});

test("[S10] what another tab writes to the thread in that moment is not lost with it", async () => {
  const { asker } = await createPair();
  const { id } = await asker.ask();
  const racing = writeBefore(asker, "draft", () =>
    saveEngagement(asker, asker.place(id), { who: "technical-team", done: true }),
  );
  expect(await takeBack(racing, id)).toEqual({ ok: true, value: "withdrawal" });
  expect(await asker.kinds(id)).toEqual(["inquiry", "note", "withdrawal"]);
  expect(await findDraft(asker, id)).toEqual({ ok: true, value: undefined });
});

test("a draft can't be taken back", async () => {
  const { asker } = await createPair();
  const { id } = await asker.ask();
  valueOf(await takeBack(asker, id));
  expect(await takeBack(asker, id)).toEqual({ ok: false, error: { type: "inquiryNotSent" } });
});
