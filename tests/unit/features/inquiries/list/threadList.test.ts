import { beforeEach, describe, expect, test } from "vitest";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { type ListGroup, planThreadList } from "#features/inquiries/list/planThreadList.ts";
import { markRead } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { saveDraft, saveReplyDraft } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { chile } from "#tests/world/desks.ts";
import { createPair, createTestDevice, type TestDevice, valueOf } from "#tests/world/device.ts";
import {
  createAcknowledgement,
  createAnswer,
  createReplyRecord,
  createSampleRecord,
} from "#tests/world/letters.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { readList } from "#tests/world/threadRows.ts";

const now = msToInstant(startedAtMs);
const hours = (count: number): Instant => msToInstant(startedAtMs + count * 3_600_000);

const groupsOf = async (device: PrivateDeps, at = now) =>
  planThreadList(await readList(device), at, "goesWhenOpened");
const namesOf = (groups: readonly ListGroup[]) => groups.map(({ of, rows }) => [of, rows.length]);
const firstOf = (groups: readonly ListGroup[]) => {
  const row = groups.flatMap(({ rows }) => rows)[0];
  if (row?.type !== "thread") throw new Error("no thread");
  return row;
};

describe("the list of threads", () => {
  let pair: Awaited<ReturnType<typeof createPair>>;
  beforeEach(async () => {
    pair = await createPair();
  });

  const receive = async (device: TestDevice): Promise<void> => {
    await device.pull();
    await device.open();
  };
  const exchange = async (): Promise<ThreadId> => {
    const { asker, asked } = pair;
    const { id } = await asker.ask();
    await asker.push();
    await receive(asked);
    return id;
  };
  const reply = async (id: ThreadId, content = createAnswer()): Promise<void> => {
    const { asker, asked } = pair;
    valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
    valueOf(await queueReply(asked, asked.place(id), content));
    await asked.push();
    await receive(asker);
    await receive(asked);
  };

  test("has what was queued among what waits, with how far it has gone, and no draft of it", async () => {
    const { asker } = pair;
    await asker.ask();
    const groups = await groupsOf(asker);
    expect(namesOf(groups)).toEqual([["waiting", 1]]);
    expect(firstOf(groups)).toMatchObject({
      summary: { state: "queued", unreadCount: 0 },
      sending: { type: "queued", whileClosed: "goesWhenOpened" },
    });
  });

  test("shows an inquiry as the turn of the desk that was asked, unread, and as theirs to the other", async () => {
    const { asker, asked } = pair;
    await exchange();
    const received = await groupsOf(asked);
    expect(namesOf(received)).toEqual([["mine", 1]]);
    expect(firstOf(received)).toMatchObject({
      summary: { turn: { type: "mine", reason: "answer" }, unreadCount: 1 },
      sending: undefined,
    });
    await receive(asker);
    const sent = await groupsOf(asker);
    expect(namesOf(sent)).toEqual([["waiting", 1]]);
    expect(firstOf(sent)).toMatchObject({
      summary: { turn: { type: "theirs" }, unreadCount: 0 },
    });
  });

  test("does not call read what was only looked at on another device until the desk's note says so", async () => {
    const { asked } = pair;
    const id = await exchange();
    valueOf(await markRead(asked, asked.place(id)));
    const groups = await groupsOf(asked);
    expect(namesOf(groups)).toEqual([["mine", 1]]);
    expect(firstOf(groups).summary.unreadCount).toBe(0);
  });

  test("says that there was no word once the urgency's time is over, and only to the side that asked", async () => {
    const { asker, asked } = pair;
    await exchange();
    await receive(asker);
    const waits = firstOf(await groupsOf(asker, hours(23)));
    expect([waits.summary.urgency, waits.hasNoSign]).toEqual(["day", false]);
    expect(firstOf(await groupsOf(asker, hours(25))).hasNoSign).toBe(true);
    expect(firstOf(await groupsOf(asked, hours(25))).hasNoSign).toBe(false);
  });

  test("shows both sides an estimate that has passed", async () => {
    const { asker, asked } = pair;
    const id = await exchange();
    await reply(id, { ...createAcknowledgement(), estimatedBy: hours(2) } as never);
    for (const device of [asker, asked]) {
      expect(firstOf(await groupsOf(device, hours(1))).isOverdue).toBe(false);
      expect(firstOf(await groupsOf(device, hours(3))).isOverdue).toBe(true);
    }
  });

  test("has an answer to be read first, and then among what is answered and not closed", async () => {
    const { asker, asked } = pair;
    const id = await exchange();
    await reply(id);
    expect(namesOf(await groupsOf(asker))).toEqual([["mine", 1]]);
    expect(firstOf(await groupsOf(asker)).summary.turn).toEqual({ type: "mine", reason: "read" });
    valueOf(await markRead(asker, asker.place(id)));
    expect(namesOf(await groupsOf(asker))).toEqual([["settled", 1]]);
    expect(namesOf(await groupsOf(asked))).toEqual([["settled", 1]]);
  });

  test("says that a reply is being written, and keeps the thread where it is", async () => {
    const { asked } = pair;
    const id = await exchange();
    valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
    const groups = await groupsOf(asked);
    expect(namesOf(groups)).toEqual([["mine", 1]]);
    expect(firstOf(groups).hasReplyDraft).toBe(true);
  });

  test("has drafts between, the newest change first, and what needs attention before all", async () => {
    const { asker, asked } = pair;
    await exchange();
    const older = createSampleRecord();
    const newer = { ...createSampleRecord(), changedAt: hours(1) };
    for (const draft of [older, newer]) valueOf(await saveDraft(asked, draft, 0));
    await asker.ask();
    await asker.database.outbox.toCollection().modify((entry) => {
      Object.assign(entry, {
        state: {
          type: "needsAttention",
          since: now,
          tries: 1,
          refusal: { type: "recipientRevoked", httpStatus: null },
        },
      });
    });
    await receive(asker);
    expect(namesOf(await groupsOf(asker))).toEqual([
      ["attention", 1],
      ["waiting", 1],
    ]);
    const [mine, drafts] = await groupsOf(asked);
    expect([mine?.of, drafts?.of]).toEqual(["mine", "drafts"]);
    const ids = drafts?.rows.map((row) => row.type === "draft" && row.record.id);
    expect(ids).toEqual([newer.id, older.id]);
  });

  test("shows what was sealed before a device joined as that, once, and not what was handed over", async () => {
    const { world, asker } = pair;
    await asker.ask();
    await asker.ask();
    await asker.push();
    const joined = await createTestDevice(world, chile);
    await receive(joined);
    const groups = await groupsOf(joined);
    expect(groups).toMatchObject([
      { of: "attention", rows: [{ type: "sealedBefore", desk: "CL/policy", count: 2 }] },
    ]);
  });

  test("shows what does not open on this device, and hides nothing else because of it", async () => {
    const { asked } = pair;
    const id = await exchange();
    const row = await asked.database.privates.get(["thread", placeToKey(asked.place(id))]);
    if (!row) throw new Error("no row");
    await asked.database.privates.put({
      ...row,
      id: placeToKey(asked.place(createSampleRecord().id)),
    });
    const groups = await groupsOf(asked);
    expect(groups).toMatchObject([
      { of: "attention", rows: [{ type: "unreadable", row: { kind: "thread" } }] },
      { of: "mine", rows: [{ type: "thread" }] },
    ]);
  });
});
