import { beforeEach, describe, expect, test } from "vitest";
import { type EnvelopeId, sharingMarks, type ThreadId } from "#domain/envelope/envelope.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { listCorrespondence } from "#domain/thread/correspondence.ts";
import { listDeskDevices } from "#domain/trust/deskDevices.ts";
import { planSharing } from "#features/inquiries/engage/EngageScreen.tsx";
import { listOpenThreads, planHandOvers } from "#features/inquiries/list/HandOverSection.tsx";
import { planThreadList } from "#features/inquiries/list/planThreadList.ts";
import { planThread } from "#features/inquiries/opened/planThread.ts";
import { planDelete, planTakeBack } from "#features/inquiries/sending/planActions.ts";
import { handOver } from "#sealing/outgoing/handOver.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { takeBack, takeBackReply } from "#sealing/outgoing/takeBack.ts";
import { findReplyDraft, saveReplyDraft } from "#sealing/records/records.ts";
import { listEnrolments } from "#storage/desk/enrolments.ts";
import { listRegistry } from "#storage/desk/registry.ts";
import { saveOnItsWay } from "#storage/outbox/outboxStates.ts";
import { listHandOverRows } from "#storage/threads/threadRows.ts";
import { chile } from "#tests/world/desks.ts";
import { createPair, createTestDevice, type TestDevice, valueOf } from "#tests/world/device.ts";
import { createAcknowledgement, createAnswer, createReplyRecord } from "#tests/world/letters.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { readList, readThread } from "#tests/world/threadRows.ts";

const now = msToInstant(startedAtMs);
const zone = "America/Santiago";

const planOf = async (device: TestDevice, id: ThreadId) => {
  const plan = planThread(await readThread(device, id), now, "goesWhenOpened");
  if (!plan) throw new Error("no thread");
  return plan;
};

let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  pair = await createPair();
});

const receive = async (device: TestDevice): Promise<void> => {
  await device.pull();
  await device.open();
};
const begin = async () => {
  const { asker, asked } = pair;
  const inquiry = await asker.ask();
  await asker.push();
  await receive(asked);
  return inquiry;
};
const queueAnswer = async (id: ThreadId, content = createAnswer()): Promise<EnvelopeId> => {
  valueOf(await saveReplyDraft(pair.asked, createReplyRecord(id), 0));
  return valueOf(await queueReply(pair.asked, pair.asked.place(id), content));
};

describe("what is said before an inquiry is taken back or deleted", () => {
  test("depends on whether it has been tried, or is held", async () => {
    const { asker } = pair;
    const { id, envelopeId } = await asker.ask();
    const said = async () => {
      const plan = await planOf(asker, id);
      return [planTakeBack(plan, envelopeId)?.explanation, planDelete(plan)];
    };
    expect(await said()).toEqual(["takeBack.unheld.message", "delete.unheld.message"]);
    await saveOnItsWay(asker.database, envelopeId, now);
    expect(await said()).toEqual(["takeBack.tried.message", "delete.tried.message"]);
    await asker.push();
    expect(await said()).toEqual(["takeBack.held.message", "delete.held.message"]);
    valueOf(await takeBack(asker, id));
    expect(await said()).toEqual([undefined, "delete.withdrawn.message"]);
    await asker.push();
    expect(await said()).toEqual([undefined, "delete.tried.message"]);
  });

  test("is nothing to the desk that was asked: it has nothing to take back", async () => {
    const { id, envelopeId } = await begin();
    expect(planTakeBack(await planOf(pair.asked, id), envelopeId)).toBeUndefined();
  });
});

describe("[S10] a reply that nobody can have", () => {
  test("is a draft again, word for word, and gone from its thread and the outbox", async () => {
    const { asked } = pair;
    const { id } = await begin();
    const estimatedBy = "2026-11-25T17:00:00.000Z" as Instant;
    const content = { ...createAcknowledgement(), estimatedBy, askedBack: ["sharing" as const] };
    const envelopeId = await queueAnswer(id, content as never);
    const plan = await planOf(asked, id);
    expect(planTakeBack(plan, envelopeId)).toEqual({
      what: "reply",
      explanation: "takeBack.unheld.message",
    });
    valueOf(await takeBackReply(asked, asked.place(id), envelopeId, zone));
    expect(await asked.outbox()).toEqual([]);
    expect(await asked.kinds(id)).toEqual(["inquiry"]);
    expect(valueOf(await findReplyDraft(asked, asked.place(id)))?.value.draft).toMatchObject({
      kind: "acknowledgement",
      estimateLocal: "2026-11-25T14:00",
      estimateZone: zone,
      askedBack: ["sharing"],
      senderName: content.sender.name,
      replyEmail: content.replyTo.email,
      mark: content.mark,
    });
  });

  test("stays where it is once it was tried, and nothing is lost", async () => {
    const { asked } = pair;
    const { id } = await begin();
    const envelopeId = await queueAnswer(id);
    await saveOnItsWay(asked.database, envelopeId, now);
    expect(planTakeBack(await planOf(asked, id), envelopeId)).toBeUndefined();
    const taken = await takeBackReply(asked, asked.place(id), envelopeId, zone);
    expect(taken).toEqual({ ok: false, error: { type: "inquiryTried" } });
    expect(await asked.kinds(id)).toEqual(["answer", "inquiry"]);
    expect(valueOf(await findReplyDraft(asked, asked.place(id)))).toBeUndefined();
  });

  test("does not overwrite another that is being written", async () => {
    const { asked } = pair;
    const { id } = await begin();
    const envelopeId = await queueAnswer(id);
    const other = createReplyRecord(id);
    valueOf(await saveReplyDraft(asked, other, 0));
    const taken = await takeBackReply(asked, asked.place(id), envelopeId, zone);
    expect(taken).toEqual({ ok: false, error: { type: "replyDraftKept" } });
    expect(valueOf(await findReplyDraft(asked, asked.place(id)))?.value).toEqual(other);
    expect(await asked.outbox()).toHaveLength(1);
  });

  test("stays if something that was written later knows of it", async () => {
    const { asked } = pair;
    const { id } = await begin();
    const first = await queueAnswer(id);
    await queueAnswer(id, createAnswer("Y algo más."));
    expect(planTakeBack(await planOf(asked, id), first)).toBeUndefined();
    const taken = await takeBackReply(asked, asked.place(id), first, zone);
    expect(taken).toEqual({ ok: false, error: { type: "letterFollowed" } });
    expect(await asked.outbox()).toHaveLength(2);
  });
});

describe("a thread", () => {
  test("offers the procedure's two options to the desk that was asked, and what follows them after", async () => {
    const { asker, asked } = pair;
    const { id } = await begin();
    expect((await planOf(asked, id)).replies).toEqual(["answer", "acknowledgement", "closing"]);
    expect((await planOf(asker, id)).replies).toEqual(["update", "closing"]);
    await queueAnswer(id, createAcknowledgement() as never);
    expect((await planOf(asked, id)).replies).toEqual(["answer", "update", "closing"]);
  });

  test("shows two colleagues who answered at once as that, and both answers", async () => {
    const { world, asker, asked } = pair;
    const colleague = await createTestDevice(world, chile);
    for (const device of [asker, asked]) await device.readRegistry();
    const { id } = await begin();
    await receive(colleague);
    for (const device of [asked, colleague]) {
      valueOf(await saveReplyDraft(device, createReplyRecord(id), 0));
      valueOf(await queueReply(device, device.place(id), createAnswer(`De ${device.device}`)));
    }
    for (const device of [asked, colleague]) await device.push();
    await receive(asker);
    const plan = await planOf(asker, id);
    expect(plan.status.isConcurrent).toBe(true);
    const kinds = listCorrespondence(plan.sources).map(({ kept }) => kept.letter.kind);
    expect(kinds).toEqual(["inquiry", "answer", "answer"]);
  });
});

describe("open inquiries are offered for handing over", () => {
  const offer = async (device: TestDevice) => {
    const list = await readList(device);
    const open = listOpenThreads(planThreadList(list, now, "goesWhenOpened"));
    return planHandOvers(
      await listHandOverRows(device.database),
      open,
      await listEnrolments(device.database),
      listDeskDevices(await listRegistry(device.database)),
    );
  };

  test("to no device that had them sealed to it", async () => {
    await begin();
    expect(await offer(pair.asked)).toEqual([]);
    expect(await offer(pair.asker)).toEqual([]);
  });

  test("to one that joined later, until they were handed over", async () => {
    const { world, asked } = pair;
    const { id } = await begin();
    await createTestDevice(world, chile);
    await asked.readRegistry();
    // The clocks of a test stand: the new device enrolled after the letter was held.
    await asked.database.registry.toCollection().modify((row) => {
      const { entry } = row;
      if (entry.type !== "device" || entry.keys.device === asked.device) return;
      Object.assign(entry.keys, { enrolledAt: msToInstant(startedAtMs + 60_000) });
    });
    expect(await offer(asked)).toEqual([{ desk: chile, deviceCount: 1, threads: [id] }]);
    valueOf(await handOver(asked, chile, [id]));
    expect(await offer(asked)).toEqual([]);
  });

  test("by what was sealed here, whatever a new device's clock says", async () => {
    const { world, asker } = pair;
    const { id } = await asker.ask();
    await asker.push();
    await createTestDevice(world, asker.desk);
    await asker.readRegistry();
    expect(await offer(asker)).toEqual([{ desk: asker.desk, deviceCount: 1, threads: [id] }]);
  });
});

describe("what a mark allows towards those at home", () => {
  test("is less the stricter it is: TLP:RED goes to nobody, TLP:AMBER+STRICT stays in the house", () => {
    expect(sharingMarks.map((mark) => [mark, planSharing(mark).with])).toEqual([
      ["TLP:RED", "nobody"],
      ["TLP:AMBER+STRICT", "organization"],
      ["TLP:AMBER", "clients"],
      ["TLP:GREEN", "community"],
      ["TLP:CLEAR", "everybody"],
    ]);
    expect(sharingMarks.filter((mark) => !planSharing(mark).isFree)).toEqual([
      "TLP:RED",
      "TLP:AMBER+STRICT",
    ]);
  });
});
