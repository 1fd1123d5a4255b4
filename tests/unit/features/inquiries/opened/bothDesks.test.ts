import { beforeEach, describe, expect, test } from "vitest";
import { type DeskAddress, deskToId, type StateCode } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { keepThreadSummaries, openThreadList } from "#features/inquiries/list/openThreadList.ts";
import { listShownTroubled, planThread } from "#features/inquiries/opened/planThread.ts";
import { removeInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { markRead } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { takeBack } from "#sealing/outgoing/takeBack.ts";
import { findReplyDraft, saveReplyDraft } from "#sealing/records/records.ts";
import { eraseEnrolment } from "#storage/device/eraseEnrolment.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { saveOutboxState } from "#storage/outbox/outboxStates.ts";
import { listPrivates } from "#storage/privates/privates.ts";
import { listThreadListRows } from "#storage/threads/threadListRows.ts";
import { chile } from "#tests/world/desks.ts";
import { createTestDevice, serveDesk, type TestDevice, valueOf } from "#tests/world/device.ts";
import { createAnswer, createReplyRecord, createUpdate } from "#tests/world/letters.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { compareLists, readThread, showAndKeep } from "#tests/world/threadRows.ts";
import { createTestWorld } from "#tests/world/world.ts";

const jamaicaDesk: DeskAddress = { state: "JM" as StateCode, desk: "policy" };
const now = msToInstant(startedAtMs);

/** One device that answers for both Chile and Jamaica. */
const createBoth = async () => {
  const world = createTestWorld();
  const asker = await createTestDevice(world, chile);
  const asked = await serveDesk(asker, world, jamaicaDesk);
  return { world, asker, asked };
};

let both: Awaited<ReturnType<typeof createBoth>>;
beforeEach(async () => {
  both = await createBoth();
});

/** Whatever is on its way goes, and comes in the feeds of both desks. */
const exchange = async (): Promise<void> => {
  const { asker, asked } = both;
  await asker.push();
  await asker.pull();
  await asked.pull();
  await asker.open();
};
const ask = async () => {
  const inquiry = await both.asker.ask({ to: jamaicaDesk });
  await exchange();
  return inquiry;
};
const answer = async (id: ThreadId): Promise<EnvelopeId> => {
  const { asked } = both;
  valueOf(await saveReplyDraft(asked, createReplyRecord(id, jamaicaDesk), 0));
  return valueOf(await queueReply(asked, asked.place(id), createAnswer()));
};

/** Each desk's line, after the list of kept lines was found to be the one that is made anew. */
const listLines = async () => {
  const [kept, anew] = await compareLists(both.asker);
  expect(kept).toEqual(anew);
  const { list } = await showAndKeep(both.asker);
  return Object.fromEntries(
    list.summaries.map(({ desk, side, state, turn, unreadCount, unsent }) => [
      desk,
      [side, state, turn.type, unreadCount, unsent],
    ]),
  );
};
const planOf = async (device: TestDevice, id: ThreadId) => {
  const plan = planThread(await readThread(device, id), now, "goesWhenOpened");
  if (!plan) throw new Error("no thread");
  return plan;
};
const kindsOf = async (device: TestDevice, id: ThreadId) =>
  (await planOf(device, id)).letters.map(({ kept }) => kept.letter.kind);

describe("a device that serves both desks of a thread", () => {
  test("keeps what was queued for the desk that asks, and nothing yet for the other", async () => {
    const { asker, asked } = both;
    const { id, envelopeId } = await asker.ask({ to: jamaicaDesk });
    expect(await listLines()).toEqual({
      "CL/policy": ["asker", "queued", "theirs", 0, envelopeId],
    });
    expect((await readThread(asked, id)).threads.kept).toEqual([]);
  });

  test("receives as the one desk what it has sent as the other: unread, and its turn", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    expect(await listLines()).toEqual({
      "CL/policy": ["asker", "held", "theirs", 0, null],
      "JM/policy": ["asked", "held", "mine", 1, null],
    });
    expect((await planOf(asker, id)).replies).toEqual(["update", "closing"]);
    expect((await planOf(asked, id)).replies).toEqual(["answer", "acknowledgement", "closing"]);
  });

  test("shows an answer that waits as sent by one desk only, and then as unread to the other", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    const answerId = await answer(id);
    expect(await listLines()).toMatchObject({
      "CL/policy": ["asker", "held", "theirs", 0, null],
      "JM/policy": ["asked", expect.any(String), expect.any(String), 0, answerId],
    });
    expect(await kindsOf(asker, id)).toEqual(["inquiry"]);
    expect((await planOf(asker, id)).sent.map(({ kind }) => kind)).toEqual(["inquiry"]);
    expect((await planOf(asked, id)).sent.map(({ kind }) => kind)).toEqual(["answer"]);
    await exchange();
    expect(await listLines()).toEqual({
      "CL/policy": ["asker", "answered", "mine", 1, null],
      "JM/policy": ["asked", "answered", "nobody", 0, null],
    });
    for (const device of [asker, asked]) {
      expect(await kindsOf(device, id)).toEqual(["inquiry", "answer"]);
    }
    valueOf(await markRead(asker, asker.place(id)));
    await exchange();
    expect(await listLines()).toMatchObject({
      "CL/policy": ["asker", "answered", "nobody", 0, null],
    });
  });

  test("asks the desk whose answer was refused what to do, and not the one that waits for it", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    const answerId = await answer(id);
    await saveOutboxState(asker.database, answerId, {
      type: "needsAttention",
      since: now,
      tries: 1,
      refusal: { type: "recipientRevoked", httpStatus: null },
    });
    const lines = await listLines();
    expect(lines["CL/policy"]?.[2]).toBe("theirs");
    expect(lines["JM/policy"]?.[2]).toBe("mine");
    expect((await planOf(asker, id)).status.needsAttention).toEqual([]);
    expect((await planOf(asked, id)).status.needsAttention).toHaveLength(1);
  });

  test("tells a delivery to the desk in whose feed it stands", async () => {
    const { world, asked } = both;
    const { envelopeId } = await ask();
    await listLines();
    world.tell("CL/policy" as never, envelopeId, asked.device);
    await exchange();
    const lines = await listLines();
    expect(lines["CL/policy"]?.[1]).toBe("delivered");
    expect(lines["JM/policy"]?.[1]).toBe("held");
  });

  test("keeps a reply of each desk, and sends the one that is meant", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    for (const device of [asker, asked]) {
      valueOf(await saveReplyDraft(device, createReplyRecord(id, device.desk), 0));
    }
    valueOf(await queueReply(asker, asker.place(id), createUpdate()));
    expect(valueOf(await findReplyDraft(asker, asker.place(id)))).toBeUndefined();
    expect(valueOf(await findReplyDraft(asked, asked.place(id)))?.value.desk).toBe("JM/policy");
    const { list } = await showAndKeep(asker);
    expect(list.replying).toEqual([asked.place(id)]);
    expect((await asker.outbox()).map(({ from, to }) => [from, to])).toEqual([
      ["CL/policy", "JM/policy"],
    ]);
  });

  test("deletes the one desk's inquiry, and nothing of the other's", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    const answerId = await answer(id);
    await asker.push();
    valueOf(await saveReplyDraft(asked, createReplyRecord(id, jamaicaDesk), 0));
    await asker.pull();
    await asked.pull();
    await asker.open();
    const before = await planOf(asked, id);
    const inquiry = (await planOf(asker, id)).inquiry;
    if (!inquiry) throw new Error("no inquiry");
    valueOf(await removeInquiry(asker.database, inquiry));
    expect(await planOf(asked, id)).toEqual(before);
    expect(await asked.database.sent.toCollection().primaryKeys()).toEqual([answerId]);
    expect(await asked.database.sentBytes.toCollection().primaryKeys()).toEqual([answerId]);
    expect(await listLines()).toEqual({
      "JM/policy": ["asked", "answered", "nobody", 0, null],
    });
    const rows = await asker.database.privates.toArray();
    expect(rows.filter((row) => row.id === placeToKey(asker.place(id)) || row.id === id)).toEqual(
      [],
    );
  });

  test("takes an inquiry back that was tried, and shows the other desk the withdrawal", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    expect(valueOf(await takeBack(asker, id))).toBe("withdrawal");
    await exchange();
    expect(await listLines()).toMatchObject({
      "CL/policy": ["asker", "withdrawn", "nobody", 0, null],
      "JM/policy": ["asked", "withdrawn", expect.any(String), expect.any(Number), null],
    });
    expect(await kindsOf(asked, id)).toEqual(["inquiry", "withdrawal"]);
  });

  test("[S13] forgets the desk that is revoked, and keeps the other's view", async () => {
    const { asker, asked } = both;
    const { id } = await ask();
    const answerId = await answer(id);
    await exchange();
    await listLines();
    const before = await planOf(asked, id);
    expect(await eraseEnrolment(asker.database, asker.device)).toBe("desk");
    expect(await planOf(asked, id)).toEqual(before);
    expect(Object.keys(await listLines())).toEqual(["JM/policy"]);
    expect(await asked.database.sent.toCollection().primaryKeys()).toEqual([answerId]);
    expect((await readThread(asker, id)).threads.kept).toEqual([]);
  });

  test("[S13] keeps no line for a desk that was revoked while a tab was making it", async () => {
    const { asker, asked } = both;
    await ask();
    const rows = await listThreadListRows(asker.database);
    const list = valueOf(await openThreadList(asker, rows));
    expect(list.summaries).toHaveLength(2);
    expect(await eraseEnrolment(asker.database, asker.device)).toBe("desk");
    await keepThreadSummaries(asker, rows, list);
    expect((await listPrivates(asked.database, "summaries")).map(({ id }) => id)).toEqual([
      "JM/policy",
    ]);
  });

  test("says of one desk what it can't open, though the other has it", async () => {
    const { asker } = both;
    const { id, envelopeId } = await ask();
    const [arrived] = (await asker.database.arrived.toArray()).filter(
      (row): row is ArrivedEnvelope => row.state !== "notice",
    );
    if (!arrived) throw new Error("nothing arrived");
    const record = (await asker.threads()).find(({ desk }) => desk === "CL/policy");
    if (!record) throw new Error("no thread");
    const troubled = (desk: DeskAddress): ArrivedEnvelope => ({
      ...arrived,
      desk: deskToId(desk),
      envelopeId,
      thread: id,
      state: "problem",
      problem: { type: "notSealedToUs" },
    });
    expect(listShownTroubled([troubled(chile), troubled(jamaicaDesk)], [record])).toEqual([
      troubled(jamaicaDesk),
    ]);
  });
});
