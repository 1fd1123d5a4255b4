import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import { type HandedLetter, handOver, planHandover } from "#sealing/outgoing/handOver.ts";
import { queueLetter } from "#sealing/outgoing/queueLetter.ts";
import { markRead, saveEngagement } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { saveReplyDraft } from "#sealing/records/records.ts";
import { listTroubled } from "#storage/feed/arrived.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { createPair, createTestDevice, valueOf } from "#tests/world/device.ts";
import { createAnswer, createReplyRecord } from "#tests/world/letters.ts";

/** A thread of two letters, and a device of the asked desk that joined after them. */
const createLateColleague = async () => {
  const { world, asker, asked } = await createPair();
  const { id } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
  valueOf(await queueReply(asked, asked.place(id), createAnswer()));
  await asked.push();
  const late = await createTestDevice(world, chile);
  await asked.readRegistry();
  return { world, asker, asked, late, id };
};

test("a device that joins later gets a thread from its colleague, each letter verified by itself", async () => {
  const { asked, late, id } = await createLateColleague();
  await late.pull();
  expect(await late.open()).toEqual({ letters: 0, problems: 2, left: 0 });
  expect(valueOf(await handOver(asked, chile, [id]))).toEqual({ letters: 2, tooLong: 0 });
  await asked.push();
  await late.pull();
  expect(await late.open()).toEqual({ letters: 1, problems: 0, left: 0 });
  expect(await late.kinds(id)).toEqual(["answer", "inquiry"]);
  const [thread, ...others] = await late.threads();
  expect(others).toEqual([]);
  expect(thread?.letters.map(({ position }) => position).toSorted()).toEqual([1, 2]);
  expect(await listTroubled(late.database)).toEqual([]);
});

test("it makes no difference whether the handover or the old letters are opened first", async () => {
  const { asked, late, id } = await createLateColleague();
  valueOf(await handOver(asked, chile, [id]));
  await asked.push();
  await late.pull();
  expect(await late.open()).toEqual({ letters: 3, problems: 0, left: 0 });
  expect(await late.kinds(id)).toEqual(["answer", "inquiry"]);
  expect(await listTroubled(late.database)).toEqual([]);
});

test("a handover is no letter of a thread, and changes nothing for who has it all", async () => {
  const { asked, id } = await createLateColleague();
  await asked.pull();
  await asked.open();
  const before = await asked.threads();
  valueOf(await handOver(asked, chile, [id]));
  await asked.push();
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 1, problems: 0, left: 0 });
  expect(await asked.threads()).toEqual(before);
});

test("a colleague can't hand on what its author did not sign, nor another desk's letters", async () => {
  const { world, asker, asked, late, id } = await createLateColleague();
  valueOf(await saveEngagement(asker, asker.place(id), { who: "technical-team", done: true }));
  await asker.push();
  await asker.pull();
  await asker.open();
  const letters = (await asker.threads()).flatMap((thread) => thread.letters);
  const note = letters.find(({ letter }) => letter.kind === "note");
  const inquiry = letters.find(({ letter }) => letter.kind === "inquiry");
  if (!note?.receipt || !inquiry?.receipt) throw new Error("both are held");
  const changed = inquiry.signed.content.replace("Ana Ferreira", "Eva Ferreira");
  const handed = [
    { signed: note.signed, receipt: note.receipt },
    { signed: { ...inquiry.signed, content: changed }, receipt: inquiry.receipt },
    { signed: inquiry.signed, receipt: note.receipt },
  ];
  const content = { schema: "handover/1", letters: handed } as const;
  const handover = { thread: id, from: chile, to: chile, urgency: "none", content } as const;
  valueOf(await queueLetter(asked, handover));
  await asked.push();
  expect(world.feed(deskToId(chile)).at(-1)).toMatchObject({ position: 3 });
  await late.pull();
  expect(await late.open()).toEqual({ letters: 1, problems: 2, left: 0 });
  expect(await late.threads()).toEqual([]);
});

test("many letters are handed over in chunks that fit, in their order; what never fits is counted", () => {
  const createLetter = (length: number, name: string): HandedLetter =>
    ({ signed: { content: name + "x".repeat(length) }, receipt: {} }) as unknown as HandedLetter;
  const letters = [
    ...Array.from({ length: 12 }, (_, place) => createLetter(12_000, `${place} `)),
    createLetter(80_000, "long "),
  ];
  const { chunks, tooLong } = planHandover(letters, 9);
  expect(tooLong).toBe(1);
  expect(chunks.flat()).toEqual(letters.slice(0, 12));
  expect(chunks.every((chunk) => chunk.length >= 1 && chunk.length <= 4)).toBe(true);
});

test("handovers of many long letters to a full desk are all small enough to be sealed", async () => {
  const { asker, asked, world } = await createPair();
  const ids = [];
  for (let asks = 0; asks < 6; asks += 1) {
    const nature = { text: `¿"Qué"?\n`.repeat(1_100), language: "es" } as const;
    ids.push((await asker.ask({ nature })).id);
  }
  for (let others = 0; others < 3; others += 1) await createTestDevice(world, chile);
  await asker.push();
  await asked.pull();
  await asked.open();
  await asked.readRegistry();
  expect(valueOf(await handOver(asked, chile, ids))).toEqual({ letters: 6, tooLong: 0 });
  expect((await asked.outbox()).length).toBeGreaterThan(1);
});

test("what one device has read, its colleague's device shows as read", async () => {
  const { world, asker, asked } = await createPair();
  const colleague = await createTestDevice(world, chile);
  await asker.readRegistry();
  await asked.readRegistry();
  const { id } = await asker.ask();
  await asker.push();
  for (const device of [asked, colleague]) {
    await device.pull();
    await device.open();
  }
  valueOf(await markRead(asked, asked.place(id)));
  expect((await asked.outbox()).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ["note", "CL/policy", "CL/policy"],
  ]);
  valueOf(await markRead(asked, asked.place(id)));
  expect(await asked.outbox()).toHaveLength(1);
  await asked.push();
  expect(world.feed(deskToId(uruguay))).toHaveLength(1);
  await colleague.pull();
  await colleague.open();
  const [thread] = await colleague.threads();
  expect(thread && listUnread(thread)).toEqual([]);
});

test("the notes of the desk go along, and nobody is told of them as letters", async () => {
  const { asked, late, id } = await createLateColleague();
  valueOf(await saveEngagement(asked, asked.place(id), { who: "technical-team", done: true }));
  await asked.push();
  expect(valueOf(await handOver(asked, chile, [id]))).toEqual({ letters: 2, tooLong: 0 });
  await asked.push();
  await late.pull();
  await late.open();
  expect(await late.kinds(id)).toEqual(["answer", "inquiry", "note"]);
});
