import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { planThreadList } from "#features/inquiries/list/planThreadList.ts";
import { sendAgain } from "#sealing/outgoing/sendAgain.ts";
import { chile } from "#tests/world/desks.ts";
import { createPair, createTestDevice, valueOf } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { readList } from "#tests/world/threadRows.ts";

test("a phone that took a lost one's place is asked nothing about what its sender said again", async () => {
  const { world, asker } = await createPair();
  const { id, envelopeId } = await asker.ask();
  await asker.ask();
  await asker.push();
  const phone = await createTestDevice(world, chile);
  await asker.readRegistry();
  const listRows = async () =>
    planThreadList(await readList(phone), msToInstant(startedAtMs), "goesWhenOpened").map(
      ({ of, rows }) => [of, ...rows.map((row) => (row.type === "sealedBefore" ? row.count : 1))],
    );
  await phone.pull();
  await phone.open();
  expect(await listRows()).toEqual([["attention", 2]]);
  valueOf(await sendAgain(asker, asker.place(id), envelopeId));
  await asker.push();
  await phone.pull();
  await phone.open();
  // The other inquiry, which nobody has said again, is still missing here.
  expect(await listRows()).toEqual([
    ["attention", 1],
    ["mine", 1],
  ]);
});
