import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { addLock, changeLock, findLock, removeLock } from "#storage/privates/lock.ts";
import { openTestDatabase, sampleLock } from "#tests/world/rows.ts";

test("of two tabs that set up, the first has made the lock", async () => {
  const { database } = await openTestDatabase("twice");
  const other = { ...sampleLock, failures: 3 };
  const answers = await Promise.all([addLock(database, sampleLock), addLock(database, other)]);
  expect(answers).toEqual([
    { ok: true, value: undefined },
    { ok: false, error: { type: "lockExists" } },
  ]);
  expect(await findLock(database)).toEqual(sampleLock);
});

test("a failure that is counted beside a changed passphrase keeps both", async () => {
  const { database } = await openTestDatabase("both");
  await addLock(database, sampleLock);
  const passphrase = { ...sampleLock.passphrase, iterations: 700_000 };
  await Promise.all([
    changeLock(database, (held) => ({ ...held, passphrase })),
    changeLock(database, (held) => ({ ...held, failures: held.failures + 1 })),
  ]);
  expect(await findLock(database)).toEqual({ ...sampleLock, passphrase, failures: 1 });
});

test("what is not there can't be changed, and is not made by it", async () => {
  const { database } = await openTestDatabase("missing");
  await addLock(database, sampleLock);
  await removeLock(database);
  expect(await changeLock(database, (held) => held)).toEqual({
    ok: false,
    error: { type: "lockMissing" },
  });
  expect(await findLock(database)).toBeUndefined();
});
