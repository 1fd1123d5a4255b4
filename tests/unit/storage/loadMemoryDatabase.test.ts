import { liveQuery } from "dexie";
import { expect, test } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import { findReadingPlace, saveReadingPlace } from "#storage/content/contentPacks.ts";
import { loadMemoryDatabase } from "#storage/memoryDatabase.ts";
import { openDatabase } from "#storage/openDatabase.ts";

// Node has no IndexedDB of its own, as a browser in Lockdown Mode has none.
const options = {
  now: msToInstant(0),
  newId: () => "id",
  onBlocked: () => undefined,
  onClosed: () => undefined,
};

test("without IndexedDB nothing opens, and it is said why", async () => {
  expect(await openDatabase(options)).toEqual({ ok: false, error: { type: "storageMissing" } });
});

test("without IndexedDB all is kept in memory, said to be, and shown as it changes", async () => {
  const opened = await openDatabase({ ...options, loadMemory: loadMemoryDatabase });
  if (!opened.ok) throw new Error(opened.error.type);
  const { database, lasting } = opened.value;
  expect(lasting).toBe(false);
  const shown: string[] = [];
  const written = new Promise<void>((resolve) => {
    liveQuery(() => findReadingPlace(database)).subscribe((place) => {
      shown.push(place?.title ?? "");
      if (!place) void saveReadingPlace(database, { href: "#/", title: "CBM #2" });
      else resolve();
    });
  });
  await written;
  expect(shown).toEqual(["", "CBM #2"]);
});
