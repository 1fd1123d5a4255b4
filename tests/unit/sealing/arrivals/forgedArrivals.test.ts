import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Envelope, EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { envelopeToBytes } from "#domain/letter/createLetter.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { chile, peru } from "#tests/world/desks.ts";
import { createPair, type TestDevice } from "#tests/world/device.ts";
import { forgeLetter } from "#tests/world/forgeLetter.ts";

/** Nothing of it stands anywhere as a letter. */
const expectProblem = async (reader: TestDevice, id: EnvelopeId, type: string): Promise<void> => {
  await reader.pull();
  expect(await reader.open()).toEqual({ letters: 0, problems: 1, left: 0 });
  expect(await reader.troubles()).toEqual([[id, type]]);
  expect(await reader.threads()).toEqual([]);
};

test("a letter signed with another key than its author's is signed by somebody unknown", async () => {
  const { world, asker, asked } = await createPair();
  const id = await forgeLetter(world, asker, asked, { seed: createSigningSeed() });
  await expectProblem(asked, id, "authorUnknown");
});

test("a letter whose words were changed after signing has a broken signature", async () => {
  const { world, asker, asked } = await createPair();
  const change = (text: string) => text.replace("Ana Ferreira", "Eva Ferreira");
  const id = await forgeLetter(world, asker, asked, { change });
  await expectProblem(asked, id, "signatureBroken");
});

test("what was signed for another purpose is no letter", async () => {
  const { world, asker, asked } = await createPair();
  const id = await forgeLetter(world, asker, asked, { purpose: "enrolment" });
  await expectProblem(asked, id, "letterMalformed");
});

test.each([
  ["no JSON", () => "not even JSON"],
  ["no signed file", () => JSON.stringify({ schema: "letter/1" })],
])("sealed, but with %s in it, is malformed", async (_, change) => {
  const { world, asker, asked } = await createPair();
  await expectProblem(asked, await forgeLetter(world, asker, asked, { change }), "letterMalformed");
});

test("a device that writes in another desk's name is found out", async () => {
  const { world, asker, asked } = await createPair();
  const { envelopeId } = await asker.ask();
  const content = (await asker.findLetter(envelopeId))?.letter.content;
  if (content?.schema !== "inquiry/1") throw new Error("no inquiry");
  const letter = { from: peru, content: { ...content, from: peru } };
  const id = await forgeLetter(world, asker, asked, { letter });
  await expectProblem(asked, id, "authorOfOtherDesk");
});

test.each([
  ["thread", { thread: randomUUID() as ThreadId }],
  ["urgency", { urgency: "hours" }],
  ["kind", { kind: "answer" }],
  ["sender", { from: peru }],
] as const)(
  "an envelope that names another %s than its letter is readdressed",
  async (_, envelope) => {
    const { world, asker, asked } = await createPair();
    await expectProblem(asked, await forgeLetter(world, asker, asked, { envelope }), "readdressed");
  },
);

test("a genuine body that was put under another id is readdressed", async () => {
  const { world, asker, asked } = await createPair();
  await asker.ask();
  const [entry] = await asker.outbox();
  const envelope: Envelope = JSON.parse(entry?.bytes ?? "");
  const bytes = envelopeToBytes({ ...envelope, id: randomUUID() as EnvelopeId });
  const receipt = await world.receive(bytes);
  await world.forge(deskToId(chile), bytes, receipt);
  await expectProblem(asked, receipt.id, "readdressed");
});

test("two bodies that changed places are both readdressed", async () => {
  const { world, asker, asked } = await createPair();
  await asker.ask();
  await asker.ask();
  const [one, two] = (await asker.outbox()).map(({ bytes }): Envelope => JSON.parse(bytes));
  if (!one || !two) throw new Error("two were asked");
  for (const swapped of [
    { ...one, body: two.body },
    { ...two, body: one.body },
  ]) {
    const bytes = envelopeToBytes(swapped);
    await world.forge(deskToId(chile), bytes, await world.receive(bytes));
  }
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 0, problems: 2, left: 0 });
  expect((await asked.troubles()).map(([, type]) => type)).toEqual(["readdressed", "readdressed"]);
  expect(await asked.threads()).toEqual([]);
});

test("another desk's letter in our feed is readdressed, though it opens and verifies", async () => {
  const { world, asker, asked } = await createPair();
  const { envelopeId } = await asker.ask();
  const content = (await asker.findLetter(envelopeId))?.letter.content;
  if (content?.schema !== "inquiry/1") throw new Error("no inquiry");
  const letter = { to: peru, content: { ...content, to: peru } };
  const id = await forgeLetter(world, asker, asked, { letter });
  await expectProblem(asked, id, "readdressed");
});

test.each([
  ["cut off", (body: string) => body.slice(0, -400)],
  ["cut off in its header", (body: string) => body.slice(0, 200)],
  ["changed in one place", (body: string) => `${body.slice(0, -40)}AAAA${body.slice(-36)}`],
])("a body that was %s is broken", async (_, change) => {
  const { world, asker, asked } = await createPair();
  await asker.ask();
  const [entry] = await asker.outbox();
  const envelope: Envelope = JSON.parse(entry?.bytes ?? "");
  const bytes = envelopeToBytes({ ...envelope, body: change(envelope.body) });
  const receipt = await world.receive(bytes);
  await world.forge(deskToId(chile), bytes, receipt);
  await expectProblem(asked, receipt.id, "sealBroken");
});

test("an envelope that was cut off, or bears a plain body, is broken", async () => {
  const { world, asker, asked } = await createPair();
  await asker.ask();
  const [entry] = await asker.outbox();
  const envelope: Envelope = JSON.parse(entry?.bytes ?? "");
  const receipt = await world.receive(entry?.bytes ?? "");
  const plain = envelopeToBytes({ ...envelope, body: JSON.stringify({ schema: "inquiry/1" }) });
  for (const bytes of [entry?.bytes.slice(0, -2) ?? "", plain]) {
    await world.forge(deskToId(chile), bytes, receipt);
  }
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 0, problems: 2, left: 0 });
  expect((await asked.troubles()).map(([, type]) => type)).toEqual(["sealBroken", "sealBroken"]);
  expect(await asked.threads()).toEqual([]);
});
