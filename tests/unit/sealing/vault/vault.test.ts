import { expect, test } from "vitest";
import type { DeskId } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import { findDraft, listDrafts, saveDraft } from "#sealing/records/records.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { changeLock, findLock, removeLock } from "#storage/privates/lock.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";
import { createSampleRecord } from "#tests/world/letters.ts";

const draft: InquiryRecord = createSampleRecord();
const otherDraft: InquiryRecord = createSampleRecord();

const untilState = (vault: Vault, type: string): Promise<void> =>
  new Promise((resolve) => {
    const stop = vault.listen(look);
    function look(): void {
      if (vault.state().type !== type) return;
      stop();
      resolve();
    }
    look();
  });

const rowsOf = (database: EnlaceDatabase) => database.privates.toArray();

test("before the first passphrase the vault says missing, and seals nothing", async () => {
  const { vault, database } = createTestVault();
  expect(vault.state()).toEqual({ type: "loading" });
  await untilState(vault, "missing");
  const saved = await saveDraft({ vault, database }, draft, 0);
  expect(saved).toEqual({ ok: false, error: { type: "vaultLocked" } });
  expect(await rowsOf(database)).toEqual([]);
});

test("what is saved lies encrypted, and comes back as it was", async () => {
  const { vault, database } = createTestVault();
  expect(await vault.setUp(passphrase)).toEqual({ ok: true, value: undefined });
  expect(await saveDraft({ vault, database }, draft, 0)).toEqual({ ok: true, value: 1 });
  const [row] = await rowsOf(database);
  expect(Buffer.from(row?.bytes ?? []).toString("latin1")).not.toContain("Ferreira");
  expect(await findDraft({ vault, database }, draft.id)).toEqual({
    ok: true,
    value: { value: draft, rev: 1 },
  });
});

test("the key that a page holds can't be taken out of it", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  const lock = await findLock(database);
  expect(lock?.passphrase).toMatchObject({ kdf: "PBKDF2-SHA-256", iterations: 600_000 });
  expect(lock?.passphrase.wrapped).toHaveLength(48);
  const { unwrapDataKey } = await import("#sealing/vault/dataKey.ts");
  const key = lock && (await unwrapDataKey(passphrase, lock.passphrase));
  expect(key?.extractable).toBe(false);
});

test("each writing has a vector of its own, though it says the same", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  const [first] = await rowsOf(database);
  await saveDraft({ vault, database }, draft, 1);
  const [second] = await rowsOf(database);
  expect(second?.rev).toBe(2);
  expect(second?.iv).not.toEqual(first?.iv);
  expect(second?.bytes).not.toEqual(first?.bytes);
});

test("another tab asks for the passphrase, and then reads the same", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  const second = openTab();
  await untilState(second.vault, "locked");
  expect(await listDrafts(second)).toEqual({ ok: false, error: { type: "vaultLocked" } });
  expect(await second.vault.unlock(passphrase)).toEqual({ ok: true, value: undefined });
  expect(await listDrafts(second)).toMatchObject({
    ok: true,
    value: { kept: [{ value: draft }], unreadable: [] },
  });
});

test("a second set-up is refused, and the first passphrase still opens", async () => {
  const { vault, openTab } = createTestVault();
  const second = openTab();
  const [first, other] = await Promise.all([
    vault.setUp(passphrase),
    second.vault.setUp("another passphrase altogether"),
  ]);
  expect([first, other].filter(({ ok }) => ok)).toHaveLength(1);
  expect([first, other].find(({ ok }) => !ok)).toMatchObject({ error: { type: "vaultExists" } });
});

test("a passphrase opens however a keyboard writes it", async () => {
  const { vault, openTab } = createTestVault();
  await vault.setUp("día niño océano razón");
  const second = openTab();
  const typed = " día niño océano  razón ".normalize("NFD");
  expect((await second.vault.unlock(typed)).ok).toBe(true);
});

test("one of less than eight characters is refused, and of several spaces one counts", async () => {
  const { vault, database } = createTestVault();
  const refused = { ok: false, error: { type: "passphraseShort", minLength: 8 } };
  expect(await vault.setUp("día    7")).toEqual(refused);
  expect(await vault.setUp("seven77")).toEqual(refused);
  expect(await findLock(database)).toBeUndefined();
});

test("a changed row is unreadable, said as such, and hides no other", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  await saveDraft({ vault, database }, otherDraft, 0);
  const row = await database.privates.get(["draft", draft.id]);
  if (!row) throw new Error("a row was saved");
  const bytes = row.bytes.map((byte, place) => (place === 20 ? byte ^ 1 : byte));
  await database.privates.put({ ...row, bytes });
  const second = openTab();
  await second.vault.unlock(passphrase);
  const unreadable = { type: "rowUnreadable", kind: "draft", id: draft.id };
  expect(await findDraft(second, draft.id)).toEqual({ ok: false, error: unreadable });
  expect(await listDrafts(second)).toMatchObject({
    ok: true,
    value: { kept: [{ value: otherDraft }], unreadable: [unreadable] },
  });
});

test("two rows that changed places are both unreadable", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  await saveDraft({ vault, database }, otherDraft, 0);
  const [one, two] = await rowsOf(database);
  if (!one || !two) throw new Error("two rows were saved");
  const place = { id: draft.id, desk: "UY/policy" as DeskId };
  await database.privates.bulkPut([
    { ...one, iv: two.iv, bytes: two.bytes },
    { ...two, iv: one.iv, bytes: one.bytes },
    { ...one, kind: "reply", id: placeToKey(place) },
  ]);
  const second = openTab();
  await second.vault.unlock(passphrase);
  expect(await listDrafts(second)).toMatchObject({
    value: { kept: [], unreadable: [{ id: one.id }, { id: two.id }] },
  });
  const { findReplyDraft } = await import("#sealing/records/records.ts");
  expect(await findReplyDraft(second, place)).toMatchObject({ error: { type: "rowUnreadable" } });
});

test("a row opens only as the kind that it was sealed as", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  const [row] = await rowsOf(database);
  if (!row) throw new Error("a row was saved");
  expect(await vault.open("draft", row)).toEqual({ ok: true, value: draft });
  const unreadable = { type: "rowUnreadable", kind: "profile", id: draft.id };
  expect(await vault.open("profile", row)).toEqual({ ok: false, error: unreadable });
});

test("a draft that was removed and written anew is read anew", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  await findDraft({ vault, database }, draft.id);
  await database.privates.clear();
  const rewritten = { ...draft, step: "review" } as const;
  await saveDraft({ vault, database }, rewritten, 0);
  expect(await findDraft({ vault, database }, draft.id)).toMatchObject({
    value: { value: rewritten, rev: 1 },
  });
});

test("what was opened once is not opened again until it is written again", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  const first = await findDraft({ vault, database }, draft.id);
  const second = await findDraft({ vault, database }, draft.id);
  const valueOf = (found: typeof first) => (found.ok ? found.value?.value : undefined);
  expect(valueOf(first)).toBeDefined();
  expect(valueOf(second)).toBe(valueOf(first));
});

test("two tabs that write one row: the second is told, and the first one's words stand", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  const second = openTab();
  await second.vault.unlock(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  expect(await saveDraft(second, { ...draft, step: "review" }, 0)).toEqual({
    ok: false,
    error: { type: "privateChanged" },
  });
  expect(await findDraft(second, draft.id)).toMatchObject({ value: { value: draft, rev: 1 } });
});

test("locking writes what is typed, drops the key here and in every other tab, and tells each page", async () => {
  const { vault, database, openTab, locked } = createTestVault();
  await vault.setUp(passphrase);
  const second = openTab();
  await second.vault.unlock(passphrase);
  vault.beforeLock(() => saveDraft({ vault, database }, draft, 0));
  second.vault.beforeLock(() => saveDraft(second, otherDraft, 0));
  await vault.lock();
  await untilState(second.vault, "locked");
  expect([vault.state(), second.vault.state()]).toEqual([
    { type: "locked", failures: 0, waitMs: 0 },
    { type: "locked", failures: 0, waitMs: 0 },
  ]);
  expect([locked, second.locked]).toEqual([["locked"], ["locked"]]);
  expect(await database.privates.count()).toBe(2);
  expect(await findDraft({ vault, database }, draft.id)).toEqual({
    ok: false,
    error: { type: "vaultLocked" },
  });
});

test("a flush that fails, or was taken back, keeps nothing from being locked", async () => {
  const { vault, locked } = createTestVault();
  await vault.setUp(passphrase);
  let isFlushed = false;
  const takeBack = vault.beforeLock(async () => {
    isFlushed = true;
  });
  takeBack();
  vault.beforeLock(() => Promise.reject(new Error("the disk is full")));
  await vault.lock();
  expect(locked).toEqual(["locked"]);
  expect(isFlushed).toBe(false);
});

test("locking after the device was left writes nothing more", async () => {
  const { vault, database } = createTestVault();
  await vault.setUp(passphrase);
  vault.beforeLock(() => saveDraft({ vault, database }, draft, 0));
  await removeLock(database);
  await vault.lock();
  expect(await database.privates.count()).toBe(0);
  await vault.refresh();
  expect(vault.state()).toEqual({ type: "missing" });
});

test("a changed passphrase opens the same, and the old one opens no more", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  await saveDraft({ vault, database }, draft, 0);
  const changed = "stomach submit rebuild section";
  expect(await vault.changePassphrase("a wrong one", changed)).toMatchObject({
    error: { type: "passphraseWrong", failures: 1 },
  });
  expect((await vault.changePassphrase(passphrase, changed)).ok).toBe(true);
  expect(vault.state()).toEqual({ type: "unlocked" });
  const second = openTab();
  expect((await second.vault.unlock(passphrase)).ok).toBe(false);
  expect((await second.vault.unlock(changed)).ok).toBe(true);
  expect(await findDraft(second, draft.id)).toMatchObject({ value: { value: draft } });
});

test("a lock that can't be read is a failure, not a missing one", async () => {
  const { vault, database } = createTestVault();
  database.close({ disableAutoOpen: true });
  await vault.refresh();
  expect(vault.state()).toEqual({ type: "failed", error: { type: "storageClosed" } });
});

test("a try never brings a destroyed lock back", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  const second = openTab();
  await removeLock(database);
  expect(await second.vault.unlock("a wrong one")).toMatchObject({
    error: { type: "vaultMissing" },
  });
  await changeLock(database, (held) => held);
  expect(await findLock(database)).toBeUndefined();
});
