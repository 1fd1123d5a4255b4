import { beforeEach, describe, expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import { keepThreadSummaries, openThreadList } from "#features/inquiries/list/openThreadList.ts";
import { markRead } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { openRows } from "#sealing/records/privateRecords.ts";
import { saveReplyDraft } from "#sealing/records/records.ts";
import type { DeskSummaries } from "#sealing/vault/privateValues.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { listPrivates, listTouched } from "#storage/privates/privates.ts";
import { listThreadListRows } from "#storage/threads/threadListRows.ts";
import { uruguay } from "#tests/world/desks.ts";
import {
  createPair,
  createTestDevice,
  passphrase,
  type TestDevice,
  valueOf,
} from "#tests/world/device.ts";
import { createReplyRecord, createUpdate } from "#tests/world/letters.ts";
import { compareLists, showAndKeep } from "#tests/world/threadRows.ts";

const listFresh = async (device: PrivateDeps) =>
  (await listThreadListRows(device.database)).fresh.map(({ id }) => id);

const receive = async (device: TestDevice): Promise<void> => {
  await device.pull();
  await device.open();
};

describe("kept summaries", () => {
  let pair: Awaited<ReturnType<typeof createPair>>;
  beforeEach(async () => {
    pair = await createPair();
  });
  /** Two inquiries that were received, and whose summaries are kept. */
  const begin = async () => {
    const { asker, asked } = pair;
    const ids = [(await asker.ask()).id, (await asker.ask()).id];
    await asker.push();
    await receive(asked);
    await showAndKeep(asked);
    const [one, other] = ids.map(asked.place);
    if (!one || !other) throw new Error("two were asked");
    return { asker, asked, one, other };
  };
  const findKept = async ({ database, vault }: PrivateDeps) => {
    const opened = await openRows(vault, "summaries", await listPrivates(database, "summaries"));
    return valueOf(opened).kept.flatMap(({ value }) => value.threads);
  };
  /** The summaries of before, as other code might have made them. */
  const rewriteSummaries = async (
    { database, vault }: PrivateDeps,
    change: (summaries: DeskSummaries) => DeskSummaries,
  ): Promise<void> => {
    const [row] = await listPrivates(database, "summaries");
    const [held] = row ? valueOf(await openRows(vault, "summaries", [row])).kept : [];
    if (!row || !held) throw new Error("no summaries");
    await database.privates.put({
      ...row,
      ...valueOf(await vault.seal("summaries", row.id, change(held.value))),
      rev: row.rev + 1,
    });
  };
  const toClosed = (summary: ThreadSummary): ThreadSummary => ({ ...summary, state: "closed" });
  const statesOf = async (device: PrivateDeps) =>
    (await showAndKeep(device)).list.summaries.map(({ state }) => state);
  /** How often a row of this kind is opened from here on. */
  const countOpened = (device: TestDevice) => {
    const opened: string[] = [];
    const vault: typeof device.vault = {
      ...device.vault,
      open: (kind, row) => {
        opened.push(kind);
        return device.vault.open(kind, row);
      },
    };
    return { deps: { ...device, vault }, opened };
  };

  test("are all that is opened while nothing has changed, and then the thread that has", async () => {
    const { asker, asked, one } = await begin();
    const { deps, opened } = countOpened(asked);
    await showAndKeep(deps);
    expect(opened).toEqual(["summaries"]);
    valueOf(await saveReplyDraft(asker, createReplyRecord(one.id, asker.desk), 0));
    valueOf(await queueReply(asker, asker.place(one.id), createUpdate()));
    await asker.push();
    await receive(asked);
    opened.splice(0);
    await showAndKeep(deps);
    expect(opened.toSorted()).toEqual(["summaries", "thread"]);
    opened.splice(0);
    await showAndKeep(deps);
    expect(opened).toEqual(["summaries"]);
  });

  test("are believed as they are: a wrong one is shown until its thread is marked", async () => {
    const { asked, one, other } = await begin();
    await rewriteSummaries(asked, (summaries) => ({
      ...summaries,
      threads: summaries.threads.map(toClosed),
    }));
    expect(await statesOf(asked)).toEqual(["closed", "closed"]);
    await asked.database.touched.add(one);
    const { list } = await showAndKeep(asked);
    const stateOf = ({ id }: typeof one) => list.summaries.find((each) => each.id === id)?.state;
    expect([stateOf(one), stateOf(other)]).toEqual(["held", "closed"]);
  });

  test("made by other rules are made anew, and replaced", async () => {
    const { asked } = await begin();
    await rewriteSummaries(asked, (summaries) => ({
      ...summaries,
      rules: `${summaries.rules} of before`,
      threads: summaries.threads.map(toClosed),
    }));
    expect(await statesOf(asked)).toEqual(["held", "held"]);
    const { deps, opened } = countOpened(asked);
    await showAndKeep(deps);
    expect(opened).toEqual(["summaries"]);
  });

  test("that don't open hide no thread, and are replaced", async () => {
    const { asked } = await begin();
    const [row] = await listPrivates(asked.database, "summaries");
    if (!row) throw new Error("no summaries");
    const broken = { ...row, rev: row.rev + 1, iv: new Uint8Array(12) };
    await asked.database.privates.put(broken);
    const { list } = await showAndKeep(asked);
    expect(list.summaries).toHaveLength(2);
    expect(list.unreadable).toEqual([]);
    expect(await findKept(asked)).toHaveLength(2);
  });

  test("are without a thread that doesn't open: it is shown as that, and nothing is written for it", async () => {
    const { asked, one, other } = await begin();
    const key = ["thread", placeToKey(one)] as ["thread", string];
    const row = await asked.database.privates.get(key);
    if (!row) throw new Error("no row");
    await asked.database.privates.put({ ...row, rev: row.rev + 1, iv: new Uint8Array(12) });
    await asked.database.touched.add(one);
    const looks = [];
    for (let times = 0; times < 3; times += 1) {
      const { list } = await showAndKeep(asked);
      expect(list.summaries.map(({ id }) => id)).toEqual([other.id]);
      expect(list.unreadable).toMatchObject([{ kind: "thread", id: placeToKey(one) }]);
      looks.push((await listPrivates(asked.database, "summaries")).map(({ rev }) => rev));
    }
    // The first look takes the mark away; there is nothing to keep after it.
    expect(looks).toEqual([[2], [2], [2]]);
    expect(await listTouched(asked.database)).toEqual([]);
  });

  test("of a thread with something in the outbox are not kept before it is held", async () => {
    const { asked, one, other } = await begin();
    valueOf(await markRead(asked, one));
    await showAndKeep(asked);
    expect(await listFresh(asked)).toEqual([one.id]);
    // With the next summary that is kept, the old one goes.
    await asked.database.touched.add(other);
    await showAndKeep(asked);
    expect((await findKept(asked)).map(({ id }) => id)).toEqual([other.id]);
    expect(await listFresh(asked)).toEqual([one.id]);
    await asked.push();
    expect(await listFresh(asked)).toEqual([one.id]);
    await showAndKeep(asked);
    expect(await listFresh(asked)).toEqual([]);
    expect((await findKept(asked)).map(({ id }) => id).toSorted()).toEqual(
      [one.id, other.id].toSorted(),
    );
  });

  test("by two tabs at once: the second changes nothing, and marks from in between stay", async () => {
    const { asked, one, other } = await begin();
    const second = asked.openTab();
    await second.vault.unlock(passphrase);
    const tabs = [asked, { ...asked, ...second }];
    await asked.database.touched.add(one);
    const looks = await Promise.all(
      tabs.map(async (deps) => {
        const rows = await listThreadListRows(deps.database);
        return { deps, rows, list: valueOf(await openThreadList(deps, rows)) };
      }),
    );
    const [first, late] = looks;
    if (!first || !late) throw new Error("two tabs looked");
    // Written after both have looked.
    valueOf(await markRead(asked, other));
    await asked.push();
    await keepThreadSummaries(first.deps, first.rows, first.list);
    const kept = await listPrivates(asked.database, "summaries");
    const marks = await listTouched(asked.database);
    expect(new Set(marks.map(({ id }) => id))).toEqual(new Set([other.id]));
    await keepThreadSummaries(late.deps, late.rows, late.list);
    expect(await listPrivates(asked.database, "summaries")).toEqual(kept);
    expect(await listTouched(asked.database)).toEqual(marks);
    const [fromKept, anew] = await compareLists(asked);
    expect(fromKept).toEqual(anew);
  });

  test.each(["has not looked since", "has kept summaries since"])(
    "[S12] of what was read before a new epoch are not believed after it: another tab %s",
    async (what) => {
      const { world, asker } = pair;
      const colleague = await createTestDevice(world, uruguay);
      await asker.readRegistry();
      const { envelopeId } = await asker.ask();
      await asker.push();
      await receive(colleague);
      await showAndKeep(colleague);
      world.tell("UY/policy" as DeskId, envelopeId, pair.asked.device);
      await receive(colleague);
      const rows = await listThreadListRows(colleague.database);
      const list = valueOf(await openThreadList(colleague, rows));
      expect(list.summaries.map(({ state }) => state)).toEqual(["delivered"]);
      // Of the copy: the inquiry, and not its delivery.
      world.restore(1);
      await colleague.pull();
      if (what === "has kept summaries since") await showAndKeep(colleague);
      await keepThreadSummaries(colleague, rows, list);
      const [fromKept, anew] = await compareLists(colleague);
      expect(fromKept).toEqual(anew);
      expect((await showAndKeep(colleague)).list.summaries.map(({ state }) => state)).toEqual([
        "held",
      ]);
    },
  );
});
