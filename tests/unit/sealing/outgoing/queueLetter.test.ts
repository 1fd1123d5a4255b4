import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { expect, test } from "vitest";
import { Envelope, type ThreadId } from "#domain/envelope/envelope.ts";
import { queueInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { markRead, saveEngagement } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import {
  findDraft,
  findInquiry,
  findReplyDraft,
  saveDraft,
  saveReplyDraft,
} from "#sealing/records/records.ts";
import { chile, peru, uruguay } from "#tests/world/desks.ts";
import { createPair, createTestDevice, valueOf, writeBefore } from "#tests/world/device.ts";
import {
  createAnswer,
  createReplyRecord,
  createSampleContent,
  createSampleRecord,
} from "#tests/world/letters.ts";
import { createTestWorld } from "#tests/world/world.ts";

test("[S1] a queued inquiry is in the outbox, in its thread, and no draft any more", async () => {
  const { asker, asked } = await createPair();
  const { id, envelopeId } = await asker.ask();
  const [entry] = await asker.outbox();
  const envelope = v.parse(Envelope, JSON.parse(entry?.bytes ?? ""));
  expect(entry).toMatchObject({
    envelopeId,
    thread: id,
    kind: "inquiry",
    state: { type: "queued" },
  });
  expect(envelope.sealedTo.toSorted()).toEqual([asker.device, asked.device].toSorted());
  expect(entry?.bytes).not.toContain("Ferreira");
  expect(await findDraft(asker, id)).toEqual({ ok: true, value: undefined });
  expect(await findInquiry(asker, id)).toMatchObject({
    value: { value: { progress: { type: "queued", envelopeId } } },
  });
  expect(await asker.threads()).toMatchObject([
    {
      id,
      desk: "UY/policy",
      letters: [{ letter: { id: envelopeId }, position: null, receipt: null }],
    },
  ]);
});

test("what was sealed for two desks is opened by both, and is one letter for each", async () => {
  const { asker, asked } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await asker.push();
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 1, problems: 0, left: 0 });
  expect((await asked.findLetter(envelopeId))?.letter.content).toEqual(createSampleContent());
  await asker.pull();
  expect(await asker.open()).toEqual({ letters: 1, problems: 0, left: 0 });
  const [thread] = await asker.threads();
  expect(thread?.letters).toMatchObject([
    { position: 1, receipt: { id: envelopeId }, queuedAt: expect.any(String) },
  ]);
  expect(await asked.kinds(id)).toEqual(["inquiry"]);
});

test("a reply names what its author had seen, and takes its draft with it", async () => {
  const { asker, asked } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
  const replyId = valueOf(await queueReply(asked, asked.place(id), createAnswer()));
  expect(await findReplyDraft(asked, asked.place(id))).toEqual({ ok: true, value: undefined });
  expect((await asked.findLetter(replyId))?.letter).toMatchObject({
    seen: [envelopeId],
    from: chile,
    to: uruguay,
    urgency: "day",
  });
  expect(await queueReply(asked, asked.place(id), createAnswer())).toEqual({
    ok: false,
    error: { type: "replyNoDraft" },
  });
  expect(await asked.outbox()).toHaveLength(1);
});

test("to a desk without devices nothing is queued, and the draft stays", async () => {
  const world = createTestWorld();
  const asker = await createTestDevice(world, uruguay);
  const id = randomUUID() as ThreadId;
  await saveDraft(asker, { ...createSampleRecord(), id }, 0);
  const queued = await queueInquiry(asker, id, createSampleContent({ to: peru }));
  expect(queued).toEqual({ ok: false, error: { type: "deskWithoutDevices" } });
  expect(await findDraft(asker, id)).toMatchObject({ value: { rev: 1 } });
  expect(await asker.outbox()).toEqual([]);
  expect(await asker.threads()).toEqual([]);
});

test("for a desk that this device does not serve nothing is queued", async () => {
  const { asker } = await createPair();
  const id = randomUUID() as ThreadId;
  await saveDraft(asker, { ...createSampleRecord(), id }, 0);
  const queued = await queueInquiry(asker, id, createSampleContent({ from: peru }));
  expect(queued).toEqual({ ok: false, error: { type: "deskNotEnrolled" } });
  expect(await asker.outbox()).toEqual([]);
});

test("a revoked device is sealed to no more", async () => {
  const { world, asker, asked } = await createPair();
  const colleague = await createTestDevice(world, chile);
  await world.revoke(asked.device);
  await asker.readRegistry();
  await asker.ask();
  const [entry] = await asker.outbox();
  expect(entry?.sealedTo.toSorted()).toEqual([asker.device, colleague.device].toSorted());
});

test("without lasting storage, an endpoint, or a key, nothing is queued", async () => {
  const { asker } = await createPair();
  const id = randomUUID() as ThreadId;
  await saveDraft(asker, { ...createSampleRecord(), id }, 0);
  const content = createSampleContent();
  const typeOf = async (deps: typeof asker | object) => {
    const queued = await queueInquiry({ ...asker, ...deps }, id, content);
    return queued.ok ? "queued" : queued.error.type;
  };
  expect(await typeOf({ lasting: false })).toBe("queueNeedsStorage");
  expect(await typeOf({ endpointUrl: null })).toBe("noEndpoint");
  expect(await typeOf({ vault: asker.openTab().vault })).toBe("vaultLocked");
  expect(await asker.outbox()).toEqual([]);
});

test("two tabs that queue one draft at once send it once", async () => {
  const { asker } = await createPair();
  const second = asker.openTab();
  await second.vault.unlock("loan valve load escape convince grab");
  const id = randomUUID() as ThreadId;
  await saveDraft(asker, { ...createSampleRecord(), id }, 0);
  const content = createSampleContent();
  const results = await Promise.all([
    queueInquiry(asker, id, content),
    queueInquiry({ ...asker, ...second }, id, content),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { type: "inquiryNoDraft" } });
  expect(await asker.outbox()).toHaveLength(1);
});

test("what another tab writes to the draft while it is being sealed stays a draft, and is said", async () => {
  const { asker } = await createPair();
  const draft = createSampleRecord();
  const { id } = draft;
  await saveDraft(asker, draft, 0);
  const racing = writeBefore(asker, "inquiry", () =>
    saveDraft(asker, { ...draft, step: "request" }, 1),
  );
  expect(await queueInquiry(racing, id, createSampleContent())).toEqual({
    ok: false,
    error: { type: "privateChanged" },
  });
  expect(await findDraft(asker, id)).toMatchObject({
    value: { rev: 2, value: { step: "request" } },
  });
  expect(await findInquiry(asker, id)).toEqual({ ok: true, value: undefined });
  expect(await asker.outbox()).toEqual([]);
  expect((await queueInquiry(asker, id, createSampleContent())).ok).toBe(true);
});

test("what another tab writes to the reply while it is being sealed stays, and is said", async () => {
  const { asker, asked } = await createPair();
  const { id } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  const reply = createReplyRecord(id);
  valueOf(await saveReplyDraft(asked, reply, 0));
  const changed = { ...reply, draft: { ...reply.draft, replyPhone: "+56225550100" } };
  const racing = writeBefore(asked, "thread", () => saveReplyDraft(asked, changed, 1));
  expect(await queueReply(racing, asked.place(id), createAnswer())).toEqual({
    ok: false,
    error: { type: "privateChanged" },
  });
  expect(await findReplyDraft(asked, asked.place(id))).toMatchObject({
    value: { rev: 2, value: changed },
  });
  expect(await asked.kinds(id)).toEqual(["inquiry"]);
  expect(await asked.outbox()).toEqual([]);
});

test("what another tab writes to the thread while a reply is being sealed stays beside the reply", async () => {
  const { asker, asked } = await createPair();
  const { id } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
  const racing = writeBefore(asked, "thread", () => markRead(asked, asked.place(id)));
  valueOf(await queueReply(racing, asked.place(id), createAnswer()));
  expect(await asked.kinds(id)).toEqual(["answer", "inquiry", "note"]);
  expect((await asked.outbox()).map(({ kind }) => kind)).toEqual(["note", "answer"]);
  expect(await findReplyDraft(asked, asked.place(id))).toEqual({ ok: true, value: undefined });
});

test("two tabs that write to one thread at once lose nothing", async () => {
  const { asker, asked } = await createPair();
  const { id } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  const second = asked.openTab();
  await second.vault.unlock("loan valve load escape convince grab");
  const results = await Promise.all([
    saveEngagement(asked, asked.place(id), { who: "technical-team", done: true }),
    saveEngagement({ ...asked, ...second }, asked.place(id), { who: "private-sector", done: true }),
    markRead(asked, asked.place(id)),
    markRead({ ...asked, ...second }, asked.place(id)),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await asked.kinds(id)).toEqual(["inquiry", "note", "note", "note", "note"]);
  expect(await asked.outbox()).toHaveLength(4);
});

test("a letter that does not fit its envelope is refused, and the draft stays", async () => {
  const { asker } = await createPair();
  const id = randomUUID() as ThreadId;
  await saveDraft(asker, { ...createSampleRecord(), id }, 0);
  const nature = { text: '"'.repeat(40_000), language: "es" } as const;
  const queued = await queueInquiry(asker, id, createSampleContent({ nature }));
  expect(queued).toMatchObject({ ok: false, error: { type: "letterTooLong" } });
  expect(await findDraft(asker, id)).toMatchObject({ value: { rev: 1 } });
});
