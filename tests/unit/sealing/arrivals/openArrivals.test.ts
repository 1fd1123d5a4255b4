import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { openArrivals } from "#sealing/arrivals/openArrivals.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { createPair, createTestDevice, valueOf } from "#tests/world/device.ts";
import { forgeLetter } from "#tests/world/forgeLetter.ts";

test("an envelope that stands in the feed twice is one letter", async () => {
  const { world, asker, asked } = await createPair();
  const { id, envelopeId } = await asker.ask();
  const [entry] = await asker.outbox();
  const receipt = await world.hold(entry?.bytes ?? "");
  await world.forge(deskToId(chile), entry?.bytes ?? "", receipt);
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 2, problems: 0, left: 0 });
  expect(await asked.kinds(id)).toEqual(["inquiry"]);
  expect(await asked.findLetter(envelopeId)).toMatchObject({ receipt });
});

test("what was sealed before this device joined is a problem of its own, not a broken seal", async () => {
  const { world, asker, asked } = await createPair();
  const { envelopeId } = await asker.ask();
  await asker.push();
  const late = await createTestDevice(world, chile);
  await late.pull();
  expect(await late.open()).toEqual({ letters: 0, problems: 1, left: 0 });
  expect(await late.troubles()).toEqual([[envelopeId, "notSealedToUs"]]);
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 1, problems: 0, left: 0 });
});

test("an author whom the registry may not know yet is waited for", async () => {
  const { world, asked } = await createPair();
  const newcomer = await createTestDevice(world, uruguay);
  const { envelopeId } = await newcomer.ask();
  await newcomer.push();
  await asked.pull();
  expect(await asked.open(false)).toEqual({ letters: 0, problems: 0, left: 1 });
  expect((await asked.database.arrived.toArray()).map(({ state }) => state)).toEqual(["sealed"]);
  await asked.readRegistry();
  expect(await asked.open(true)).toEqual({ letters: 1, problems: 0, left: 0 });
  expect(await asked.findLetter(envelopeId)).toBeDefined();
});

test("an author who was called unknown, and is known by now, is believed at the next look", async () => {
  const { world, asked } = await createPair();
  const newcomer = await createTestDevice(world, uruguay);
  const { envelopeId } = await newcomer.ask();
  await newcomer.push();
  await asked.pull();
  const nothing = { letters: 0, problems: 0, left: 0 };
  expect(await asked.open()).toEqual({ ...nothing, problems: 1 });
  expect(await asked.open()).toEqual(nothing);
  expect(await asked.troubles()).toEqual([[envelopeId, "authorUnknown"]]);
  await asked.readRegistry();
  expect(await asked.open()).toEqual({ ...nothing, letters: 1 });
  expect(await asked.troubles()).toEqual([]);
});

test("an identity that can't be read opens nothing, and calls nothing another's", async () => {
  const { asker, asked } = await createPair();
  await asker.ask();
  await asker.push();
  await asked.pull();
  const row = await asked.database.privates.get(["identity", asked.device]);
  if (!row) throw new Error("no identity");
  await asked.database.privates.put({ ...row, iv: new Uint8Array(12) });
  expect(await openArrivals(asked, { isRegistryFresh: true })).toMatchObject({
    ok: false,
    error: { type: "rowUnreadable", kind: "identity" },
  });
  expect((await asked.database.arrived.toArray()).map(({ state }) => state)).toEqual(["sealed"]);
});

test("a locked device opens nothing, and changes nothing", async () => {
  const { asker, asked } = await createPair();
  await asker.ask();
  await asker.push();
  await asked.pull();
  const locked = { ...asked, ...asked.openTab() };
  const opened = await openArrivals(locked, { isRegistryFresh: true });
  expect(opened).toEqual({ ok: false, error: { type: "vaultLocked" } });
  expect((await asked.database.arrived.toArray()).map(({ state }) => state)).toEqual(["sealed"]);
});

test("an opened envelope's bytes go; a troubled one's stay", async () => {
  const { world, asker, asked } = await createPair();
  await asker.ask();
  await asker.push();
  await forgeLetter(world, asker, asked, { seed: createSigningSeed() });
  await asked.pull();
  await asked.open();
  const rows = await asked.database.arrived.toArray();
  expect(rows.map((row) => row.state !== "notice" && [row.state, row.bytes === null])).toEqual([
    ["opened", true],
    ["problem", false],
  ]);
});

test("a thread whose own row is broken is not written over; the rest is opened", async () => {
  const { asker, asked } = await createPair();
  const broken = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  const key = placeToKey(asked.place(broken.id));
  const row = await asked.database.privates.get(["thread", key]);
  if (!row) throw new Error("no thread");
  const changed = { ...row, rev: row.rev + 1, iv: new Uint8Array(12) };
  await asked.database.privates.put(changed);
  const { sendAgain } = await import("#sealing/outgoing/sendAgain.ts");
  valueOf(await sendAgain(asker, asker.place(broken.id), broken.envelopeId));
  const other = await asker.ask();
  await asker.push();
  await asked.pull();
  expect(await asked.open()).toEqual({ letters: 1, problems: 0, left: 1 });
  expect(await asked.findLetter(other.envelopeId)).toBeDefined();
  expect(await asked.database.privates.get(["thread", key])).toEqual(changed);
});
