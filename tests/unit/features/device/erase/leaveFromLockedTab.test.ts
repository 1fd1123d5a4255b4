import { expect, test, vi } from "vitest";
import { saveProfile } from "#sealing/records/records.ts";
import { erasePrivateData } from "#storage/device/erasePrivateData.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";

const profile = { name: "María", affiliation: "", replyEmail: "", replyPhone: "" };

test("a device that is left from a locked tab is closed in the tabs that were open", async () => {
  const open = createTestVault();
  await open.vault.setUp(passphrase);
  await saveProfile(open, profile, 0);
  const locked = open.openTab();
  await locked.vault.refresh();
  await erasePrivateData(locked.database);
  await locked.vault.lock();
  await vi.waitFor(() => expect(open.locked).toEqual(["locked"]));
  expect(await open.database.privates.count()).toBe(0);
});

test("and another locked tab no longer asks for a passphrase that opens nothing", async () => {
  const first = createTestVault();
  await first.vault.setUp(passphrase);
  const other = first.openTab();
  await other.vault.refresh();
  expect(other.vault.state()).toMatchObject({ type: "locked" });
  await erasePrivateData(first.database);
  await first.vault.lock();
  await vi.waitFor(() => expect(other.vault.state()).toEqual({ type: "missing" }));
});
