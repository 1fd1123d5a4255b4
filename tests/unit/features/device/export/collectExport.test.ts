import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { DeviceId, ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { collectExport } from "#features/device/export/collectExport.ts";
import { findProfile, saveDraft, saveProfile } from "#sealing/records/records.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";
import { createSampleContent, createSampleDraft } from "#tests/world/letters.ts";
import { sampleNow } from "#tests/world/moments.ts";
import { sampleRow } from "#tests/world/rows.ts";

const draft: InquiryRecord = {
  id: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b01" as ThreadId,
  createdAt: sampleNow,
  changedAt: sampleNow,
  step: "incident",
  draft: createSampleDraft(),
  calls: [],
  otherWays: [],
  progress: { type: "draft" },
};
const damagedId = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b02";
const desk = createSampleContent().from;
const enrolment: Enrolment = {
  device: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b0a" as DeviceId,
  token: "a token that nobody else may have",
  role: "desk",
  desk,
  enrolledAt: sampleNow,
  invitationKey: "A".repeat(43) as PublicKey,
};

const fillDevice = async () => {
  const device = createTestVault();
  await device.vault.setUp(passphrase);
  await saveDraft(device, draft, 0);
  const profile = await findProfile(device);
  if (!profile.ok) throw new Error(profile.error.type);
  await saveProfile(device, { ...profile.value.value, name: "María Ferreira" }, 0);
  await device.database.enrolments.put(enrolment);
  return device;
};

test("an export has what the person wrote, opened", async () => {
  const collected = await collectExport(await fillDevice(), sampleNow);
  expect(collected).toMatchObject({
    ok: true,
    value: {
      format: "enlace-export/2",
      profile: { name: "María Ferreira" },
      drafts: [draft],
      threads: [],
      enrolments: [{ desk, role: "desk" }],
      unreadable: [],
    },
  });
});

test("it has nothing with which its reader could act for the desk", async () => {
  const device = await fillDevice();
  const identity = { ...sampleRow("identity", enrolment.device, deskToId(desk)), rev: 1 };
  await device.database.privates.put(identity);
  const collected = await collectExport(device, sampleNow);
  expect(collected.ok).toBe(true);
  expect(JSON.stringify(collected)).not.toContain(enrolment.token);
  expect(JSON.stringify(collected)).not.toContain("identity");
});

test("a damaged record hides no other, and is counted", async () => {
  const device = await fillDevice();
  await device.database.privates.put({ ...sampleRow("draft", damagedId), rev: 1 });
  expect(await collectExport(device, sampleNow)).toMatchObject({
    value: {
      drafts: [draft],
      unreadable: [{ type: "rowUnreadable", kind: "draft", id: damagedId }],
    },
  });
});

test("a locked device exports nothing", async () => {
  const device = await fillDevice();
  await device.vault.lock();
  expect(await collectExport(device, sampleNow)).toEqual({
    ok: false,
    error: { type: "vaultLocked" },
  });
});
