import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StateCode } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { inquiryStatus } from "#domain/inquiryStatus.ts";
import type { Instant } from "#domain/instant.ts";
import { beginInquiry, copyInquiry } from "#features/inquiries/beginInquiry.ts";
import { listEvents } from "#features/inquiries/listEvents.ts";
import { parseInquiryRoute } from "#features/inquiries/parseInquiryRoute.ts";
import { planActions } from "#features/inquiries/planActions.ts";
import { planInquiryList } from "#features/inquiries/planInquiryList.ts";
import { createSaveQueue } from "#features/inquiries/saveQueue.ts";
import { EnlaceDatabase } from "#storage/database.ts";
import { listInquiries, saveInquiryDraft } from "#storage/inquiries.ts";
import { findInquiryState, listInquiryStates } from "#storage/inquiryStates.ts";
import { queueInquiry, saveOnItsWay } from "#storage/outbox.ts";
import { createSampleContent, createSampleDraft, sampleNow } from "../../domain/sampleInquiry.ts";

const idOf = (digit: number) => `70ab1c6e-56d2-4b3d-9f43-0d2b1b1c6b0${digit}` as ThreadId;
const envelopeId = idOf(8) as unknown as EnvelopeId;
const later = "2026-11-22T16:00:00.000Z" as Instant;
const start = { to: undefined, now: sampleNow, zone: "America/Lima", language: "es" } as const;

let database: EnlaceDatabase;
beforeEach(() => {
  database = new EnlaceDatabase(`inquiries ${Math.random()}`);
});
afterEach(() => database.delete());

const queue = async (id: ThreadId): Promise<void> => {
  const queued = await queueInquiry(database, id, createSampleContent(), {
    envelopeId,
    thread: id,
    kind: "inquiry",
    from: "UY/policy" as never,
    to: "CL/policy" as never,
    bytes: "{}",
    digests: [],
    queuedAt: later,
  });
  expect(queued.ok).toBe(true);
};

describe("a new inquiry", () => {
  test("is kept before its form is shown", async () => {
    const to = { state: "CL" as StateCode, desk: "policy" } as const;
    expect(await beginInquiry(database, { ...start, id: idOf(1), to })).toBe(idOf(1));
    expect(await listInquiries(database)).toMatchObject([
      { id: idOf(1), draft: { to }, progress: { type: "draft" } },
    ]);
  });

  test("takes up a draft that was never touched, and leaves every other alone", async () => {
    await beginInquiry(database, { ...start, id: idOf(1) });
    expect(await beginInquiry(database, { ...start, id: idOf(2), now: later })).toBe(idOf(1));
    const [held] = await listInquiries(database);
    const touched = {
      ...(held as InquiryRecord),
      changedAt: "2026-11-22T17:00:00.000Z" as Instant,
    };
    await saveInquiryDraft(database, touched);
    expect(await beginInquiry(database, { ...start, id: idOf(3), now: later })).toBe(idOf(3));
    expect(await database.inquiries.get(idOf(1))).toEqual(touched);
  });

  test("copied from another is confirmed anew and never taken for an untouched one", async () => {
    await copyInquiry(database, idOf(1), createSampleDraft(), sampleNow);
    expect(await beginInquiry(database, { ...start, id: idOf(2) })).toBe(idOf(2));
    expect(await database.inquiries.get(idOf(1))).toMatchObject({
      draft: { senderName: "Ana Ferreira", nationalSecurityConfirmed: false },
    });
  });
});

describe("the queue of writes", () => {
  test("writes the first and the newest, one after the other, and nothing older after newer", async () => {
    const written: number[] = [];
    const gates: (() => void)[] = [];
    const saves = createSaveQueue<number>(
      (value) =>
        new Promise((resolve) => {
          written.push(value);
          gates.push(resolve);
        }),
    );
    for (const value of [1, 2, 3, 4]) saves.push(value);
    expect(written).toEqual([1]);
    expect(saves.isIdle()).toBe(false);
    const flushed = saves.flush();
    gates[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    expect(written).toEqual([1, 4]);
    gates[1]?.();
    await flushed;
    expect(saves.isIdle()).toBe(true);
  });

  test("says of a write whether anything newer waits: only the newest may be called kept", async () => {
    const kept: number[] = [];
    const saves = createSaveQueue<number>(async (value, isNewest) => {
      await Promise.resolve();
      if (isNewest()) kept.push(value);
    });
    for (const value of [1, 2, 3]) saves.push(value);
    await saves.flush();
    expect(kept).toEqual([3]);
  });
});

describe("the list", () => {
  test("shows each inquiry where it truly stands, and none twice", async () => {
    await beginInquiry(database, { ...start, id: idOf(1) });
    await copyInquiry(database, idOf(2), createSampleDraft(), sampleNow);
    await queue(idOf(2));
    const groups = planInquiryList(await listInquiryStates(database), [], false);
    expect(groups.map(({ of, rows }) => [of, rows.length])).toEqual([
      ["waiting", 1],
      ["drafts", 1],
    ]);
  });
});

describe("what is said before an inquiry is taken back or deleted", () => {
  test("depends on whether it has been tried", async () => {
    await copyInquiry(database, idOf(2), createSampleDraft(), sampleNow);
    await queue(idOf(2));
    const planNow = async () => {
      const state = await findInquiryState(database, idOf(2));
      if (!state) throw new Error("not kept");
      const status = inquiryStatus(state.record.progress, state.outbox, false);
      return { ...planActions(state, status), events: listEvents(state).map(({ type }) => type) };
    };
    expect(await planNow()).toEqual({
      canTry: true,
      takeBack: "takeBack.unheld.message",
      delete: "delete.unheld.message",
      events: ["created", "queued"],
    });
    await saveOnItsWay(database, envelopeId, later);
    expect(await planNow()).toEqual({
      canTry: true,
      takeBack: "takeBack.tried.message",
      delete: "delete.tried.message",
      events: ["created", "queued", "trying"],
    });
  });
});

describe("an address under #/inquiries", () => {
  test.each([
    ["/inquiries", "", { type: "list" }],
    ["/inquiries/new", "", { type: "new", to: undefined }],
    ["/inquiries/new", "to=CL%2Fpolicy", { type: "new", to: { state: "CL", desk: "policy" } }],
    ["/inquiries/new", "to=../../x", { type: "new", to: undefined }],
    [`/inquiries/${idOf(1)}`, "", { type: "inquiry", id: idOf(1), step: undefined }],
    [`/inquiries/${idOf(1)}/review`, "", { type: "inquiry", id: idOf(1), step: "review" }],
    [`/inquiries/${idOf(1)}/other`, "", { type: "inquiry", id: idOf(1), step: undefined }],
    [
      `/inquiries/received/CL/policy/${idOf(1)}`,
      "",
      { type: "received", desk: "CL/policy", id: idOf(1) },
    ],
    ["/inquiries/received/CL", "", { type: "unknown" }],
    ["/inquiries/draft-1", "", { type: "unknown" }],
  ])("%s?%s", (path, search, route) => {
    expect(parseInquiryRoute(path, search)).toEqual(route);
  });
});
