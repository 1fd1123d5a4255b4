import { expect, test } from "vitest";
import { emptyProfile } from "#domain/device/profile.ts";
import { createProfileWriter } from "#features/device/settings/useKeptProfile.ts";
import { findProfile } from "#sealing/records/records.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";

const openProfile = async () => {
  const device = createTestVault();
  await device.vault.setUp(passphrase);
  const found = await findProfile(device);
  if (!found.ok) throw new Error(found.error.type);
  return { device, found: found.value };
};

test("every change is on the disk, in the order in which it was typed", async () => {
  const { device, found } = await openProfile();
  const writer = createProfileWriter(device, found);
  for (const name of ["M", "Ma", "Mar"]) writer.write({ name });
  const { writing } = writer.write({ affiliation: "Cancillería" });
  expect(await writing).toEqual({ ok: true, value: undefined });
  expect(await findProfile(device)).toMatchObject({
    value: { value: { ...emptyProfile, name: "Mar", affiliation: "Cancillería" }, rev: 4 },
  });
});

test("what is typed is shown at once, before it is written", async () => {
  const { device, found } = await openProfile();
  const { profile } = createProfileWriter(device, found).write({ name: "María" });
  expect(profile).toEqual({ ...emptyProfile, name: "María" });
});

test("two windows keep each other's fields", async () => {
  const { device, found } = await openProfile();
  const first = createProfileWriter(device, found);
  const second = createProfileWriter(device, found);
  await first.write({ name: "María" }).writing;
  expect(await second.write({ replyPhone: "+56 2 2555 0101" }).writing).toMatchObject({ ok: true });
  expect(await first.write({ name: "María Ferreira" }).writing).toMatchObject({ ok: true });
  expect(await findProfile(device)).toMatchObject({
    value: { value: { name: "María Ferreira", replyPhone: "+56 2 2555 0101" } },
  });
});

test("locked, it is not written, and said not to be", async () => {
  const { device, found } = await openProfile();
  const writer = createProfileWriter(device, found);
  await device.vault.lock();
  expect(await writer.write({ name: "María" }).writing).toEqual({
    ok: false,
    error: { type: "vaultLocked" },
  });
  expect(await device.database.privates.count()).toBe(0);
});
