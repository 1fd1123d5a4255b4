import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { sealAgain, sendAgain } from "#sealing/outgoing/sendAgain.ts";
import { findInquiry, saveInquiry } from "#sealing/records/records.ts";
import { saveOutboxState } from "#storage/outbox/outboxStates.ts";
import { chile } from "#tests/world/desks.ts";
import { createPair, createTestDevice, valueOf, writeBefore } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";

/** The asked desk's only phone is lost after something was queued for it, and another one joins. */
const createLostPhone = async () => {
  const { world, asker, asked } = await createPair();
  const queued = await asker.ask();
  await world.revoke(asked.device);
  const found = await createTestDevice(world, chile);
  await asker.readRegistry();
  return { world, asker, lost: asked, found, ...queued };
};

test("[S11] sealed again it is the same letter under the same id, for the devices of today, and due", async () => {
  const { asker, lost, found, id, envelopeId } = await createLostPhone();
  const [before] = await asker.outbox();
  const refusal = { type: "recipientRevoked", httpStatus: null };
  const since = msToInstant(startedAtMs);
  const refused = { type: "needsAttention", since, tries: 0, refusal } as const;
  await saveOutboxState(asker.database, envelopeId, refused);
  expect(await sealAgain(asker, envelopeId)).toEqual({ ok: true, value: undefined });
  const [after, ...others] = await asker.outbox();
  expect(others).toEqual([]);
  expect(after?.digests).toHaveLength(2);
  expect(after?.digests[0]).toBe(before?.digests[0]);
  expect(after?.sealedTo).toContain(found.device);
  expect(after?.sealedTo).not.toContain(lost.device);
  expect(after?.state.type).toBe("waiting");
  await asker.push();
  await found.pull();
  expect(await found.open()).toEqual({ letters: 1, problems: 0, left: 0 });
  const letter = await found.findLetter(envelopeId);
  expect(letter?.signed).toEqual((await asker.findLetter(envelopeId))?.signed);
  expect(await asker.kinds(id)).toEqual(["inquiry"]);
});

test("[S11] what is held already is not sealed again", async () => {
  const { asker, envelopeId } = await createLostPhone();
  await asker.push();
  expect(await sealAgain(asker, envelopeId)).toEqual({ ok: false, error: { type: "entryGone" } });
  expect(await asker.outbox()).toEqual([]);
});

test("[S11] while the other desk has no device, it stays as it was", async () => {
  const { world, asker, asked } = await createPair();
  const { envelopeId } = await asker.ask();
  await world.revoke(asked.device);
  await asker.readRegistry();
  const before = await asker.outbox();
  expect(await sealAgain(asker, envelopeId)).toEqual({
    ok: false,
    error: { type: "deskWithoutDevices" },
  });
  expect(await asker.outbox()).toEqual(before);
});

test("what nobody can open any more is said again in a letter that replaces it", async () => {
  const { asker, found, id, envelopeId } = await createLostPhone();
  await asker.push();
  const againId = valueOf(await sendAgain(asker, asker.place(id), envelopeId));
  expect(againId).not.toBe(envelopeId);
  expect(await findInquiry(asker, id)).toMatchObject({
    value: { value: { progress: { type: "queued", envelopeId: againId } } },
  });
  await asker.push();
  await found.pull();
  expect(await found.open()).toEqual({ letters: 1, problems: 1, left: 0 });
  expect((await found.findLetter(againId))?.letter.replaces).toBe(envelopeId);
  const first = await asker.findLetter(envelopeId);
  const again = await asker.findLetter(againId);
  expect(again?.letter.content).toEqual(first?.letter.content);
});

test("what another tab writes to the inquiry while it is said again stays with it, and it goes once", async () => {
  const { asker, id, envelopeId } = await createLostPhone();
  await asker.push();
  const racing = writeBefore(asker, "inquiry", async () => {
    const inquiry = valueOf(await findInquiry(asker, id));
    if (!inquiry) throw new Error("no inquiry");
    valueOf(await saveInquiry(asker, { ...inquiry.value, step: "review" }, inquiry.rev));
  });
  const againId = valueOf(await sendAgain(racing, asker.place(id), envelopeId));
  expect(await findInquiry(asker, id)).toMatchObject({
    value: { value: { step: "review", progress: { type: "queued", envelopeId: againId } } },
  });
  expect((await asker.outbox()).map((entry) => entry.envelopeId)).toEqual([againId]);
});
