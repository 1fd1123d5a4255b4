import { describe, expect, test } from "vitest";
import type { DeskAddress, Role } from "#domain/desk.ts";
import { listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import type { GrantId, RegistryEntry } from "#domain/trust/registry.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";
import { asked, asker, deviceId, idOf, minute } from "#tests/world/thread.ts";

const keyOf = (number: number): PublicKey => String(number).padStart(43, "k") as PublicKey;
const grant = (number: number, desk: DeskAddress = asker, role: Role = "desk"): RegistryEntry => ({
  type: "grant",
  grant: {
    schema: "grant/1",
    id: idOf(number) as GrantId,
    desk,
    role,
    invitationKey: keyOf(number),
    issuedAt: minute(0),
    expiresAt: minute(1),
  },
});
const device = (number: number, invitation = number, changes = {}): RegistryEntry => ({
  type: "device",
  keys: {
    schema: "enrolment/1",
    invitationKey: keyOf(invitation),
    device: deviceId(number),
    signingKey: keyOf(number + 100),
    sealingKey: "age1pq1",
    enrolledAt: minute(0),
    ...changes,
  },
});
const revocation = (number: number): RegistryEntry => ({
  type: "revocation",
  revocation: { schema: "revocation/1", grant: idOf(number) as GrantId, revokedAt: minute(2) },
});
const idsOf = (entries: readonly RegistryEntry[]) =>
  listDeskDevices(entries).map(({ keys, isRevoked }) => [keys.device, isRevoked]);

describe("the devices that the registry vouches for", () => {
  test("are those with a grant, wherever the lines stand; revoked ones are marked", () => {
    const entries = [device(2), revocation(1), device(1), grant(1), grant(2), grant(3)];
    expect(idsOf(entries)).toEqual([
      [deviceId(2), false],
      [deviceId(1), true],
    ]);
  });

  test("are none without a grant of their invitation's key", () => {
    expect(idsOf([grant(1), device(2)])).toEqual([]);
  });

  test("are neither of two that came by one invitation", () => {
    expect(idsOf([grant(1), device(1), device(2, 1)])).toEqual([]);
    // The same line twice is one device.
    expect(idsOf([grant(1), device(1), device(1)])).toEqual([[deviceId(1), false]]);
    const changed = device(1, 1, { signingKey: keyOf(7) });
    expect(idsOf([grant(1), device(1), changed])).toEqual([]);
  });

  test("have an id each: a second one that takes it does not count", () => {
    const devices = listDeskDevices([grant(1), grant(2, asked), device(1), device(1, 2)]);
    expect(devices.map((one) => one.grant.desk)).toEqual([asker]);
  });

  test("get what is written to their desk, unless they are revoked or only read", () => {
    const devices = listDeskDevices([
      grant(1),
      grant(2, asked),
      grant(3, asker, "reader"),
      grant(4),
      grant(5),
      ...[1, 2, 3, 4, 5].map((number) => device(number)),
      revocation(4),
    ]);
    const recipients = listRecipients(devices, asker).map(({ keys }) => keys.device);
    expect(recipients).toEqual([deviceId(1), deviceId(5)]);
  });
});
