import { expect, test } from "vitest";
import type { LockRecord } from "#domain/device/lockRecord.ts";
import { msToInstant } from "#domain/instant.ts";
import { unlockWaitMs } from "#sealing/vault/vaultState.ts";
import { findLock } from "#storage/privates/lock.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";

const yearMs = 365 * 86_400_000;
const wrong = "not the one that was chosen";

const createLock = (failures: number, lastFailedAtMs: number): LockRecord => {
  const bytes = new Uint8Array(0);
  return {
    madeAt: msToInstant(startedAtMs),
    passphrase: { kdf: "PBKDF2-SHA-256", iterations: 1, salt: bytes, iv: bytes, wrapped: bytes },
    passkey: null,
    failures,
    lastFailedAt: msToInstant(lastFailedAtMs),
  };
};

test("waits grow from the third wrong passphrase on, to a quarter of an hour, and no further", () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map((failures) =>
    unlockWaitMs(createLock(failures, startedAtMs), startedAtMs),
  );
  expect(waits.map((ms) => ms / 1000)).toEqual([0, 0, 0, 5, 15, 60, 300, 900, 900, 900]);
});

test("a wait runs from the last failure, and a clock that was set back adds nothing to it", () => {
  const lock = createLock(5, startedAtMs);
  expect(unlockWaitMs(lock, startedAtMs + 45_000)).toBe(15_000);
  expect(unlockWaitMs(lock, startedAtMs + 60_000)).toBe(0);
  expect(unlockWaitMs(lock, startedAtMs + 2 * yearMs)).toBe(0);
  expect(unlockWaitMs(lock, startedAtMs - 2 * yearMs)).toBe(60_000);
});

test("wrong passphrases are counted and slowed down; the right one then opens, and the count ends", async () => {
  const { vault, database, openTab, moveClock } = createTestVault();
  await vault.setUp(passphrase);
  const second = openTab();
  for (const failures of [1, 2]) {
    expect(await second.vault.unlock(wrong)).toEqual({
      ok: false,
      error: { type: "passphraseWrong", failures, waitMs: 0 },
    });
  }
  expect(await second.vault.unlock(wrong)).toEqual({
    ok: false,
    error: { type: "passphraseWrong", failures: 3, waitMs: 5_000 },
  });
  expect(second.vault.state()).toEqual({ type: "locked", failures: 3, waitMs: 5_000 });
  moveClock(4_000);
  expect(await second.vault.unlock(passphrase)).toEqual({
    ok: false,
    error: { type: "unlockWaits", waitMs: 1_000 },
  });
  expect((await findLock(database))?.failures).toBe(3);
  moveClock(1_000);
  expect((await second.vault.unlock(passphrase)).ok).toBe(true);
  expect(await findLock(database)).toMatchObject({ failures: 0, lastFailedAt: null });
});

test("two tabs that try at once are counted twice", async () => {
  const { vault, database, openTab } = createTestVault();
  await vault.setUp(passphrase);
  const tabs = [openTab(), openTab()];
  await Promise.all(tabs.map((tab) => tab.vault.unlock(wrong)));
  expect((await findLock(database))?.failures).toBe(2);
});

test("a phone whose clock was two years fast opens again after the wait, not after two years", async () => {
  const { vault, database, openTab, moveClock } = createTestVault();
  await vault.setUp(passphrase);
  const second = openTab();
  moveClock(2 * yearMs);
  for (let failed = 0; failed < 3; failed += 1) await second.vault.unlock(wrong);
  moveClock(-2 * yearMs);
  const third = openTab();
  await third.vault.refresh();
  expect(third.vault.state()).toEqual({ type: "locked", failures: 3, waitMs: 5_000 });
  expect((await findLock(database))?.lastFailedAt).toBe(msToInstant(startedAtMs));
  moveClock(5_000);
  expect((await third.vault.unlock(passphrase)).ok).toBe(true);
});
