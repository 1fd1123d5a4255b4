import { describe, expect, test } from "vitest";
import type { DeskId, StateCode } from "#domain/desk.ts";
import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Instant } from "#domain/instant.ts";
import {
  createKeeper,
  createSaveQueue,
  type SaveState,
} from "#features/inquiries/autosave/createKeeper.ts";
import {
  engageHref,
  inquiryHref,
  parseInquiryRoute,
  replyHref,
  threadHref,
  troubledHref,
} from "#features/inquiries/inquiryRoute.ts";
import { beginInquiry, copyInquiry } from "#features/inquiries/sending/beginInquiry.ts";
import { removeInquiry } from "#sealing/outgoing/queueInquiry.ts";
import { findDraft, listDrafts, saveDraft } from "#sealing/records/records.ts";
import { createTestVault, passphrase, valueOf } from "#tests/world/device.ts";
import { createSampleDraft, createSampleRecord } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";

const idOf = (digit: number) => `70ab1c6e-56d2-4b3d-9f43-0d2b1b1c6b0${digit}` as ThreadId;
const later = "2026-11-22T16:00:00.000Z" as Instant;
const start = { to: undefined, now: sampleNow, zone: "America/Lima", language: "es" } as const;

const unlocked = async () => {
  const deps = createTestVault();
  valueOf(await deps.vault.setUp(passphrase));
  return deps;
};
type Deps = Awaited<ReturnType<typeof unlocked>>;
const keptOf = async (deps: Deps) => valueOf(await listDrafts(deps)).kept.map(({ value }) => value);

describe("a new inquiry", () => {
  test("is kept, sealed, before its form is shown", async () => {
    const deps = await unlocked();
    const to = { state: "CL" as StateCode, desk: "policy" } as const;
    expect(valueOf(await beginInquiry(deps, { ...start, id: idOf(1), to }))).toBe(idOf(1));
    expect(await keptOf(deps)).toMatchObject([
      { id: idOf(1), draft: { to }, progress: { type: "draft" } },
    ]);
  });

  test("takes up a draft that was never touched, and leaves every other alone", async () => {
    const deps = await unlocked();
    await beginInquiry(deps, { ...start, id: idOf(1) });
    expect(valueOf(await beginInquiry(deps, { ...start, id: idOf(2), now: later }))).toBe(idOf(1));
    const held = valueOf(await findDraft(deps, idOf(1)));
    const touched: InquiryRecord = {
      ...(held?.value ?? createSampleRecord()),
      changedAt: "2026-11-22T17:00:00.000Z" as Instant,
    };
    valueOf(await saveDraft(deps, touched, held?.rev ?? 0));
    expect(valueOf(await beginInquiry(deps, { ...start, id: idOf(3), now: later }))).toBe(idOf(3));
    expect(valueOf(await findDraft(deps, idOf(1)))?.value).toEqual(touched);
  });

  test("copied from another is confirmed anew and never taken for an untouched one", async () => {
    const deps = await unlocked();
    await copyInquiry(deps, idOf(1), createSampleDraft(), sampleNow);
    expect(valueOf(await beginInquiry(deps, { ...start, id: idOf(2) }))).toBe(idOf(2));
    expect(valueOf(await findDraft(deps, idOf(1)))?.value).toMatchObject({
      draft: { senderName: "Ana Ferreira", nationalSecurityConfirmed: false },
    });
  });

  test("is not begun on a locked device, and the device keeps nothing of it", async () => {
    const deps = createTestVault();
    const begun = await beginInquiry(deps, { ...start, id: idOf(1) });
    expect(begun).toEqual({ ok: false, error: { type: "vaultLocked" } });
    expect(await deps.database.privates.count()).toBe(0);
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

describe("what is typed", () => {
  const typed = (record: InquiryRecord, senderName: string): InquiryRecord => ({
    ...record,
    draft: { ...record.draft, senderName },
  });
  const keep = async () => {
    const deps = await unlocked();
    const record = createSampleRecord();
    const rev = valueOf(await saveDraft(deps, record, 0));
    const states: SaveState[] = [];
    const records = { id: record.id, find: () => findDraft(deps, record.id), save: saveDraft };
    const keeper = createKeeper(deps, records, rev, (state) => states.push(state));
    const nameOf = async () => valueOf(await findDraft(deps, record.id))?.value.draft.senderName;
    return { deps, record, keeper, states, nameOf };
  };

  test("is on the disk when the device is locked in the middle of it", async () => {
    const { deps, record, keeper } = await keep();
    deps.vault.beforeLock(keeper.flush);
    for (const name of ["A", "An", "Ana"]) keeper.push(typed(record, name), false);
    await deps.vault.lock();
    expect(deps.vault.state().type).toBe("locked");
    valueOf(await deps.vault.unlock(passphrase));
    expect(valueOf(await findDraft(deps, record.id))?.value.draft.senderName).toBe("Ana");
  });

  test("is called kept only after it was written, and its next writing follows", async () => {
    const { record, keeper, states, nameOf } = await keep();
    keeper.push(typed(record, "Ana"), false);
    expect(states).toEqual([]);
    await keeper.flush();
    expect(states.map(({ type }) => type)).toEqual(["kept"]);
    keeper.push(typed(record, "Ana Rojas"), false);
    await keeper.flush();
    expect(await nameOf()).toBe("Ana Rojas");
  });

  test("does not overwrite what another window wrote, unless the person says so", async () => {
    const { deps, record, keeper, states, nameOf } = await keep();
    valueOf(await saveDraft(deps, typed(record, "Elsewhere"), keeper.rev()));
    keeper.push(typed(record, "Here"), false);
    await keeper.flush();
    expect(states).toEqual([{ type: "failed", error: { type: "privateChanged" } }]);
    expect(await nameOf()).toBe("Elsewhere");
    keeper.push(typed(record, "Here"), true);
    await keeper.flush();
    expect(states.at(-1)?.type).toBe("kept");
    expect(await nameOf()).toBe("Here");
  });

  test("comes back after it was deleted only if the person says so", async () => {
    const { deps, record, keeper, states, nameOf } = await keep();
    valueOf(await removeInquiry(deps.database, record));
    keeper.push(typed(record, "Here"), false);
    await keeper.flush();
    expect(states.at(-1)?.type).toBe("failed");
    expect(await nameOf()).toBeUndefined();
    keeper.push(typed(record, "Here"), true);
    await keeper.flush();
    expect(await nameOf()).toBe("Here");
  });
});

describe("an address under #/inquiries", () => {
  const place = { id: idOf(1), desk: "CL/policy" as DeskId };
  test.each([
    ["/inquiries", "", { type: "list" }],
    ["/inquiries/new", "", { type: "new", to: undefined }],
    ["/inquiries/new", "to=CL%2Fpolicy", { type: "new", to: { state: "CL", desk: "policy" } }],
    ["/inquiries/new", "to=../../x", { type: "new", to: undefined }],
    [`/inquiries/${idOf(1)}`, "", { type: "inquiry", id: idOf(1), step: undefined }],
    [`/inquiries/${idOf(1)}/review`, "", { type: "inquiry", id: idOf(1), step: "review" }],
    [`/inquiries/${idOf(1)}/other`, "", { type: "inquiry", id: idOf(1), step: undefined }],
    [`/inquiries/thread/${idOf(1)}/CL/policy`, "", { type: "thread", place }],
    [`/inquiries/thread/${idOf(1)}/CL/policy/home`, "", { type: "engage", place }],
    [
      `/inquiries/thread/${idOf(1)}/CL/policy/reply/answer`,
      "",
      { type: "reply", place, kind: "answer" },
    ],
    [`/inquiries/thread/${idOf(1)}/CL/policy/reply/note`, "", { type: "thread", place }],
    [`/inquiries/thread/${idOf(1)}/CL/policy/other`, "", { type: "thread", place }],
    [`/inquiries/thread/${idOf(1)}`, "", { type: "unknown" }],
    [`/inquiries/thread/${idOf(1)}/home`, "", { type: "unknown" }],
    [`/inquiries/thread/${idOf(1)}/CL`, "", { type: "unknown" }],
    [`/inquiries/thread/${idOf(1)}/CL/cooks`, "", { type: "unknown" }],
    ["/inquiries/thread/1/CL/policy", "", { type: "unknown" }],
    [
      `/inquiries/troubled/CL/policy/${idOf(1)}`,
      "",
      { type: "troubled", desk: "CL/policy", id: idOf(1) },
    ],
    ["/inquiries/troubled/CL", "", { type: "unknown" }],
    ["/inquiries/draft-1", "", { type: "unknown" }],
  ])("%s?%s", (path, search, route) => {
    expect(parseInquiryRoute(path, search)).toEqual(route);
  });

  test.each([
    [threadHref(place), { type: "thread", place }],
    [replyHref(place, "update"), { type: "reply", place, kind: "update" }],
    [engageHref(place), { type: "engage", place }],
    [inquiryHref(idOf(1), "request"), { type: "inquiry", id: idOf(1), step: "request" }],
    [troubledHref(place.desk, "x" as EnvelopeId), { type: "unknown" }],
  ])("that a link names is the one that is shown: %s", (href, route) => {
    expect(parseInquiryRoute(href.slice(1), "")).toEqual(route);
  });
});
