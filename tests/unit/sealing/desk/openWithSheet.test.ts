import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Envelope } from "#domain/envelope/envelope.ts";
import { openWith } from "#sealing/age/age.ts";
import { openWithSheet } from "#sealing/desk/openWithSheet.ts";
import { createSheetWords, readSheetWords, signSheet } from "#sealing/desk/sheetWords.ts";
import { handOver } from "#sealing/outgoing/handOver.ts";
import { createSigningSeed } from "#signing/signText.ts";
import { listTroubled } from "#storage/feed/arrived.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { createPair, createTestDevice, type TestDevice, valueOf } from "#tests/world/device.ts";
import { forgeLetter } from "#tests/world/forgeLetter.ts";
import { type TestWorld } from "#tests/world/world.ts";

/** What a person has on paper, and the world knows of it. */
const makeSheet = async (world: TestWorld, maker: TestDevice) => {
  const { words, sealingKey } = await createSheetWords("es");
  await world.take(valueOf(await signSheet(maker, maker.desk, sealingKey)));
  return valueOf(await readSheetWords(words.join(" ")));
};
const readAll = (...devices: readonly TestDevice[]) =>
  Promise.all(devices.map((device) => device.readRegistry()));
const open = (
  device: TestDevice,
  secret: Awaited<ReturnType<typeof makeSheet>>,
  isRegistryFresh = true,
) => openWithSheet(device, deskToId(device.desk), secret, { isRegistryFresh });
const nothing = { opened: 0, closed: 0, refused: 0, unknown: 0 };

/** A desk with one phone and a sheet, and another that writes to it. */
const createPairWithSheet = async () => {
  const { world, asker, asked } = await createPair();
  const secret = await makeSheet(world, asked);
  await readAll(asker, asked);
  return { world, asker, asked, secret };
};

/** The phone is lost, and a new one is there. */
const replacePhone = async (world: TestWorld, lost: TestDevice) => {
  await world.revoke(lost.device);
  const late = await createTestDevice(world, lost.desk);
  await late.pull();
  await late.open();
  return late;
};

test("what came since the sheet was made is opened with its words, verified, and in its thread", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  const { id, envelopeId } = await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  expect(await late.troubles()).toEqual([[envelopeId, "notSealedToUs"]]);
  expect(await open(late, secret)).toEqual({ ok: true, value: { ...nothing, opened: 1 } });
  expect(await late.kinds(id)).toEqual(["inquiry"]);
  expect(await late.findLetter(envelopeId)).toMatchObject({ position: 1 });
  expect(await listTroubled(late.database)).toEqual([]);
  expect(await open(late, secret)).toEqual({ ok: true, value: nothing });
});

test("an envelope names no sheet: what is delivered, and who is gone, is about devices", async () => {
  const { asker, asked, secret } = await createPairWithSheet();
  await asker.ask();
  const [entry] = await asker.outbox();
  expect(entry?.sealedTo.toSorted()).toEqual([asker.device, asked.device].toSorted());
  const { body, sealedTo } = JSON.parse(entry?.bytes ?? "") as Envelope;
  expect(sealedTo).toHaveLength(2);
  expect(await openWith(body, [secret.identity])).toContain("letter/1");
});

test("both desks' sheets are sealed to, and a note within a desk to its own alone", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  const own = await makeSheet(world, asker);
  await readAll(asker, asked);
  await asker.ask();
  const [entry] = await asker.outbox();
  const { body } = JSON.parse(entry?.bytes ?? "") as Envelope;
  for (const { identity } of [secret, own]) {
    expect(await openWith(body, [identity])).toContain("letter/1");
  }
  await asker.push();
  await asked.pull();
  await asked.open();
  const [thread] = await asked.threads();
  valueOf(await handOver(asked, chile, thread ? [thread.id] : []));
  const [note] = await asked.outbox();
  const within = (JSON.parse(note?.bytes ?? "") as Envelope).body;
  expect(await openWith(within, [secret.identity])).toContain("handover/1");
  expect(await openWith(within, [own.identity])).toBeUndefined();
});

test("what was sealed before the sheet was made, or after it was withdrawn, stays closed", async () => {
  const { world, asker, asked } = await createPair();
  const before = await asker.ask();
  const secret = await makeSheet(world, asked);
  await readAll(asker, asked);
  const between = await asker.ask();
  await world.take(valueOf(await signSheet(asked, chile, null)));
  await readAll(asker, asked);
  const after = await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  expect(await open(late, secret)).toEqual({
    ok: true,
    value: { ...nothing, opened: 1, closed: 2 },
  });
  expect(await late.findLetter(between.envelopeId)).toBeDefined();
  const troubled = new Set((await late.troubles()).map(([id]) => id));
  expect(troubled).toEqual(new Set([before.envelopeId, after.envelopeId]));
});

test("a sheet that took another's place is sealed to, and the other no more; each opens its own", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  const first = await asker.ask();
  const other = await makeSheet(world, asked);
  await readAll(asker, asked);
  const second = await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  const half = { ok: true, value: { ...nothing, opened: 1, closed: 1 } };
  expect(await open(late, secret)).toEqual(half);
  expect(await late.findLetter(first.envelopeId)).toBeDefined();
  expect(await open(late, other)).toEqual({ ok: true, value: { ...nothing, opened: 1 } });
  expect(await late.findLetter(second.envelopeId)).toBeDefined();
});

test("once its maker is revoked nothing is sealed to it", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  const late = await replacePhone(world, asked);
  await readAll(asker, late);
  await asker.ask();
  const [entry] = await asker.outbox();
  const { body } = JSON.parse(entry?.bytes ?? "") as Envelope;
  expect(await openWith(body, [secret.identity])).toBeUndefined();
});

test("a desk that has a sheet and no device is without devices", async () => {
  const { world, asker, asked } = await createPairWithSheet();
  await world.revoke(asked.device);
  await readAll(asker);
  await expect(asker.ask()).rejects.toThrow("deskWithoutDevices");
  expect(await asker.outbox()).toEqual([]);
});

test("right words of another desk's sheet open nothing, and change nothing", async () => {
  const { world, asker, asked } = await createPairWithSheet();
  const other = await makeSheet(world, asker);
  await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  const rows = await listTroubled(late.database);
  expect(await open(late, other)).toEqual({ ok: false, error: { type: "sheetOfOtherDesk" } });
  expect(await listTroubled(late.database)).toEqual(rows);
  expect(await late.threads()).toEqual([]);
});

test("words that open something count, though the registry knows nothing of their sheet", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  await late.database.registry.filter(({ entry }) => entry.type === "sheet").delete();
  expect(await open(late, secret)).toEqual({ ok: true, value: { ...nothing, opened: 1 } });
});

test("a letter that its author did not sign is opened, and not believed", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  const id = await forgeLetter(world, asker, asked, {
    seed: createSigningSeed(),
    besides: [secret.sealingKey],
  });
  const late = await replacePhone(world, asked);
  // Whose key that is may be learned yet: the words open it again then.
  expect(await open(late, secret)).toEqual({ ok: true, value: { ...nothing, unknown: 1 } });
  expect(await late.troubles()).toEqual([[id, "notSealedToUs"]]);
  const changed = await forgeLetter(world, asker, asked, {
    purpose: "enrolment",
    besides: [secret.sealingKey],
  });
  await late.pull();
  await late.open();
  expect(await open(late, secret)).toEqual({
    ok: true,
    value: { ...nothing, unknown: 1, refused: 1 },
  });
  expect(await late.troubles()).toContainEqual([changed, "letterMalformed"]);
  expect(await late.threads()).toEqual([]);
});

test("what a colleague handed on within the desk is opened with it, too", async () => {
  const { world, asker, asked } = await createPair();
  const { id } = await asker.ask();
  await asker.push();
  await asked.pull();
  await asked.open();
  const secret = await makeSheet(world, asked);
  await readAll(asker, asked);
  // Handed to nobody, as it seems: the sheet is the one that has it.
  valueOf(await handOver(asked, chile, [id]));
  await asked.push();
  const late = await replacePhone(world, asked);
  expect(await open(late, secret)).toEqual({ ok: true, value: { ...nothing, opened: 1 } });
  expect(await late.kinds(id)).toEqual(["inquiry"]);
});

test("a locked device opens nothing, and changes nothing", async () => {
  const { world, asker, asked, secret } = await createPairWithSheet();
  await asker.ask();
  await asker.push();
  const late = await replacePhone(world, asked);
  const rows = await listTroubled(late.database);
  const locked = { ...late, ...late.openTab() };
  expect(await open(locked, secret)).toEqual({ ok: false, error: { type: "vaultLocked" } });
  expect(await listTroubled(late.database)).toEqual(rows);
});

test("a desk that this device does not serve gets no sheet from it", async () => {
  const { asked } = await createPair();
  expect(await signSheet(asked, uruguay, null)).toEqual({
    ok: false,
    error: { type: "deskNotEnrolled" },
  });
});
