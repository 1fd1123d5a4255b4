import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EnlaceDatabase } from "#storage/database.ts";
import { eraseEverything } from "#storage/device/eraseEverything.ts";
import { forgetEverythingInMemory, saveKeptAgain } from "#storage/privates/keptInMemory.ts";
import { addLock } from "#storage/privates/lock.ts";
import { savePrivate } from "#storage/privates/privates.ts";
import { openTestDatabase, requestToPromise, sampleLock, sampleRow } from "#tests/world/rows.ts";

const scope = "https://enlace.example/app/";
const places = { scope, waitMs: 50 };
const kept = new Map<string, Set<string>>();
const cached = new Set<string>();

const createStorage = (name: string): object => {
  const keys = kept.get(name) ?? new Set();
  return {
    get length() {
      return keys.size;
    },
    key: (place: number) => [...keys][place] ?? null,
    removeItem: (key: string) => keys.delete(key),
  };
};

beforeEach(() => {
  kept.set("local", new Set(["enlace.language", "enlace.ready", "other.app"]));
  kept.set("session", new Set(["enlace.secondLanguage"]));
  for (const name of [`enlace-precache-${scope}`, "another-https://enlace.example/b/"]) {
    cached.add(name);
  }
  vi.stubGlobal("localStorage", createStorage("local"));
  vi.stubGlobal("sessionStorage", createStorage("session"));
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...cached]),
    delete: (name: string) => Promise.resolve(cached.delete(name)),
  });
});

afterEach(() => {
  forgetEverythingInMemory();
  vi.unstubAllGlobals();
});

const row = sampleRow("draft", "1");

const fill = async (database: EnlaceDatabase): Promise<void> => {
  await addLock(database, sampleLock);
  await savePrivate(database, row, 0);
};

const listNames = async () => (await indexedDB.databases()).map(({ name }) => name);

test("nothing of Enlace is left, and nothing of others is touched", async () => {
  const { database } = await openTestDatabase("all");
  await fill(database);
  expect(await eraseEverything(database, places)).toEqual({ ok: true, value: undefined });
  expect(await listNames()).not.toContain("all");
  expect([...(kept.get("local") ?? [])]).toEqual(["other.app"]);
  expect(kept.get("session")?.size).toBe(0);
  expect([...cached]).toEqual(["another-https://enlace.example/b/"]);
  const again = await openTestDatabase("all");
  expect(await saveKeptAgain(again.database)).toBe(0);
});

test("another tab lets go, is told, and does not write again", async () => {
  const mine = await openTestDatabase("tabs");
  const other = await openTestDatabase("tabs");
  expect((await eraseEverything(mine.database, places)).ok).toBe(true);
  expect(other.told).toEqual(["storageErased"]);
  await expect(other.database.privates.put({ ...row, rev: 1 })).rejects.toThrow();
  expect(await listNames()).not.toContain("tabs");
});

test("where a tab does not let go, the rows are gone all the same, and it is said", async () => {
  const { database } = await openTestDatabase("held");
  await fill(database);
  const holder = await requestToPromise(indexedDB.open("held"));
  expect(await eraseEverything(database, places)).toEqual({
    ok: false,
    error: { type: "eraseBlocked", isEmptied: true },
  });
  const rows = holder.transaction("privates").objectStore("privates").getAll();
  expect(await requestToPromise(rows)).toEqual([]);
  expect([...(kept.get("local") ?? [])]).toEqual(["other.app"]);
  holder.close();
});

test("a closed connection does not keep it from erasing", async () => {
  const { database } = await openTestDatabase("shut");
  database.close();
  expect((await eraseEverything(database, places)).ok).toBe(true);
  expect(await listNames()).not.toContain("shut");
});

test("what is cut short after its first step opens to nobody", async () => {
  const { database } = await openTestDatabase("cut");
  await fill(database);
  const holder = await requestToPromise(indexedDB.open("cut"));
  database.privates.hook("deleting", () => {
    throw new DOMException("killed", "AbortError");
  });
  expect(await eraseEverything(database, places)).toEqual({
    ok: false,
    error: { type: "eraseBlocked", isEmptied: false },
  });
  const singles = holder.transaction("singles").objectStore("singles").getAllKeys();
  expect(await requestToPromise(singles)).not.toContain("lock");
  holder.close();
});
