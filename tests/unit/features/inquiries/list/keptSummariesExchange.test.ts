import { describe, expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import { msToInstant } from "#domain/instant.ts";
import type { ReplyContent } from "#domain/letter/parseReplyDraft.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import { handOver } from "#sealing/outgoing/handOver.ts";
import { removeInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { markRead, saveEngagement } from "#sealing/outgoing/queueNote.ts";
import { queueReply } from "#sealing/outgoing/queueReply.ts";
import { sendAgain } from "#sealing/outgoing/sendAgain.ts";
import { takeBack, takeBackReply } from "#sealing/outgoing/takeBack.ts";
import { saveReplyDraft } from "#sealing/records/records.ts";
import { saveReceipt } from "#storage/outbox/outbox.ts";
import { saveOnItsWay } from "#storage/outbox/outboxStates.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { createPair, createTestDevice, type TestDevice, valueOf } from "#tests/world/device.ts";
import {
  createAcknowledgement,
  createAnswer,
  createClosing,
  createReplyRecord,
  createUpdate,
} from "#tests/world/letters.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { compareLists, showAndKeep } from "#tests/world/threadRows.ts";

const hours = (count: number) => msToInstant(startedAtMs + count * 3_600_000);
const now = hours(0);
const receive = async (device: TestDevice): Promise<void> => {
  await device.pull();
  await device.open();
};

describe("the list out of kept summaries is the one that is made anew", () => {
  test("after each step of a whole exchange, on each of four devices", async () => {
    const { world, asker, asked } = await createPair();
    const second = await createTestDevice(world, uruguay);
    const aide = await createTestDevice(world, chile);
    const devices = { asker, second, asked, aide };
    for (const device of Object.values(devices)) await device.readRegistry();
    const receiveAll = async () => {
      for (const device of Object.values(devices)) await receive(device);
    };
    const passed: ThreadSummary["state"][][] = [];
    const step = async (what: string, act: () => Promise<unknown>): Promise<void> => {
      await act();
      for (const [name, device] of Object.entries(devices)) {
        const [kept, anew] = await compareLists(device);
        expect(kept, `${name}: ${what}`).toEqual(anew);
        const { list } = await showAndKeep(device);
        if (device === asker) passed.push(list.summaries.map(({ state }) => state));
      }
    };
    const reply = async (device: TestDevice, thread: ThreadId, content: ReplyContent) => {
      const record = createReplyRecord(thread, device.desk);
      valueOf(await saveReplyDraft(device, record, 0));
      return valueOf(await queueReply(device, device.place(thread), content));
    };

    const quiet = await asker.ask();
    await asker.push();
    await receiveAll();
    await step("an inquiry is there", async () => undefined);

    let id = quiet.id;
    let envelopeId = quiet.envelopeId;
    await step("another is queued", async () => {
      ({ id, envelopeId } = await asker.ask({ urgency: "hours" }));
    });
    await step("tried", () => saveOnItsWay(asker.database, envelopeId, now));
    await step("held", () => asker.push());
    await step("pulled, and still sealed", async () => {
      for (const device of Object.values(devices)) await device.pull();
    });
    await step("opened", receiveAll);
    await step("delivered", async () => {
      world.tell("UY/policy" as DeskId, envelopeId, asked.device);
      await receiveAll();
    });

    await step("a reply is begun", async () => {
      valueOf(await saveReplyDraft(asked, createReplyRecord(id), 0));
    });
    const acknowledgement = { ...createAcknowledgement(), estimatedBy: hours(1) };
    await step("acknowledged, and queued", () =>
      queueReply(asked, asked.place(id), acknowledgement).then(valueOf),
    );
    await step("the acknowledgement is held", () => asked.push());
    await step("the acknowledgement has come", receiveAll);
    await step("an update", async () => {
      await reply(second, id, createUpdate());
      await second.push();
    });
    await step("the update has come", receiveAll);
    await step("an answer, before its colleague knows", async () => {
      await reply(aide, id, createAnswer());
      await aide.push();
    });
    await step("the answer has come", receiveAll);
    await step("its delivery is told", async () => {
      const own = (await aide.threads()).find((thread) => thread.id === id)?.letters ?? [];
      const answer = own.find(({ letter }) => letter.kind === "answer");
      if (!answer) throw new Error("no answer");
      world.tell("CL/policy" as DeskId, answer.letter.id, asker.device);
      await receiveAll();
    });
    await step("read, and said to nobody yet", () =>
      markRead(asker, asker.place(id)).then(valueOf),
    );
    await step("the note of it is held", () => asker.push());
    await step("the note has come", receiveAll);
    await step("engaged at home", () =>
      saveEngagement(asked, asked.place(id), { who: "technical-team", done: true }).then(valueOf),
    );
    let taken: EnvelopeId | undefined;
    await step("a reply more", async () => {
      taken = await reply(asked, id, createUpdate());
    });
    await step("taken back", async () => {
      valueOf(await takeBackReply(asked, asked.place(id), taken ?? envelopeId, "America/Santiago"));
    });
    await step("closed", async () => {
      await reply(asker, id, createClosing());
      await asker.push();
      await asked.push();
    });
    await step("the closing has come", receiveAll);

    await step("nobody is left to open the quiet one", async () => {
      world.tell("UY/policy" as DeskId, quiet.envelopeId, "recipientsGone");
      await receiveAll();
    });
    await step("it is said again", async () => {
      valueOf(await sendAgain(second, second.place(quiet.id), quiet.envelopeId));
    });
    await step("and held", () => second.push());
    await step("and here", receiveAll);

    let withdrawn = { id, envelopeId };
    let lateReceipt: Receipt | undefined;
    await step("a third is tried and taken back", async () => {
      withdrawn = await asker.ask();
      await saveOnItsWay(asker.database, withdrawn.envelopeId, now);
      const bytes = await asker.database.sentBytes.get(withdrawn.envelopeId);
      lateReceipt = await world.hold(bytes?.bytes ?? "");
      expect(valueOf(await takeBack(asker, withdrawn.id))).toBe("withdrawal");
    });
    await step("the withdrawal is held", () => asker.push());
    await step("a receipt for what it withdrew comes late", async () => {
      if (!lateReceipt) throw new Error("it was held");
      await saveReceipt(asker.database, lateReceipt);
    });
    await step("the withdrawal has come", receiveAll);

    await step("a device that joined is handed the open threads", async () => {
      const late = await createTestDevice(world, chile);
      for (const device of Object.values(devices)) await device.readRegistry();
      Object.assign(devices, { late });
      await receive(late);
    });
    await step("and has them", async () => {
      valueOf(await handOver(asked, chile, [id, quiet.id]));
      await asked.push();
      await receiveAll();
    });

    await step("the third is deleted", async () => {
      const own = { id: withdrawn.id, draft: { from: uruguay } };
      valueOf(await removeInquiry(asker.database, own as never));
    });

    await step("the endpoint is restored from a copy that lacks nearly all", async () => {
      world.restore(2);
      for (const device of Object.values(devices)) await device.pull();
    });
    await step("what the new epoch's feed has is opened", receiveAll);
    await step("what was lost is put again", async () => {
      for (const device of Object.values(devices)) await device.push();
    });
    await step("and has come again", receiveAll);
    // That all of this has really happened.
    expect(new Set(passed.flat())).toEqual(
      new Set(["queued", "held", "delivered", "acknowledged", "answered", "closed", "withdrawn"]),
    );
  }, 60_000);
});
