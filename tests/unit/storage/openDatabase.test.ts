import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { findReadingPlace, saveReadingPlace } from "#storage/content/contentPacks.ts";
import { openDatabase } from "#storage/openDatabase.ts";
import { tryStorage } from "#storage/storageError.ts";
import { openTestDatabase, requestToPromise } from "#tests/world/rows.ts";

const place = { href: "#/measures/2", title: "CBM #2" };

const listPlaces = async (name: string): Promise<unknown[]> => {
  const raw = await requestToPromise(indexedDB.open(name));
  const rows = await requestToPromise(raw.transaction("singles").objectStore("singles").getAll());
  raw.close();
  return rows.filter((row: { key: string }) => row.key === "reading");
};

const openNewer = async (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 30);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore("later"));
  return requestToPromise(request);
};

test("the same installation keeps its id over openings", async () => {
  const first = await openTestDatabase("same");
  first.database.close();
  const second = await openTestDatabase("same");
  expect(second.installId).toBe(first.installId);
  expect(second.lasting).toBe(true);
});

test("an old tab refuses to write once a newer schema was opened elsewhere", async () => {
  const { database, told } = await openTestDatabase("newer");
  (await openNewer("newer")).close();
  const saved = await tryStorage(() => saveReadingPlace(database, place));
  expect(saved.ok).toBe(false);
  expect(database.isOpen()).toBe(false);
  expect(told).toEqual(["storageOutdated"]);
  expect(await listPlaces("newer")).toEqual([]);
});

test("old code that starts after a newer one refuses to open, and changes nothing", async () => {
  const { database } = await openTestDatabase("started");
  database.close();
  (await openNewer("started")).close();
  const opened = await openDatabase({
    name: "started",
    now: msToInstant(0),
    newId: () => "another",
    onBlocked: () => undefined,
    onClosed: () => undefined,
  });
  expect(opened).toEqual({ ok: false, error: { type: "storageOutdated" } });
  const raw = await requestToPromise(indexedDB.open("started"));
  expect(raw.version).toBe(30);
  raw.close();
});

test("a tab is told that this device was erased in another one, and does not open again", async () => {
  const { database, told } = await openTestDatabase("erased");
  await requestToPromise(indexedDB.deleteDatabase("erased"));
  expect((await tryStorage(() => saveReadingPlace(database, place))).ok).toBe(false);
  expect(told).toEqual(["storageErased"]);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain("erased");
});

test("an upgrade that another tab blocks is told, and goes on when that tab closes", async () => {
  const raw = indexedDB.open("blocked", 5);
  const holder = await requestToPromise(raw);
  const told: string[] = [];
  const opening = openDatabase({
    name: "blocked",
    now: msToInstant(0),
    newId: () => "id",
    onBlocked: () => {
      told.push("blocked");
      holder.close();
    },
    onClosed: () => undefined,
  });
  expect((await opening).ok).toBe(true);
  expect(told).toEqual(["blocked"]);
});

test("the first stage's plain tables go with their rows, and the choice of what to read stays", async () => {
  const request = indexedDB.open("stage1", 10);
  request.addEventListener("upgradeneeded", () => {
    request.result
      .createObjectStore("inquiries", { keyPath: "id" })
      .put({ id: "1", text: "plain" });
    request.result
      .createObjectStore("singles", { keyPath: "key" })
      .put({ key: "reading", ...place });
  });
  (await requestToPromise(request)).close();
  const { database } = await openTestDatabase("stage1");
  expect(await findReadingPlace(database)).toEqual(place);
  expect(database.backendDB()?.objectStoreNames).not.toContain("inquiries");
});
