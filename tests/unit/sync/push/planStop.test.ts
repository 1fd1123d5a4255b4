import { expect, test } from "vitest";
import { deskToId } from "#domain/desk.ts";
import type { Edition } from "#domain/directory/edition.ts";
import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import { type Day, instantToDay, msToInstant } from "#domain/instant.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";
import { type DeskKnowledge, planStop } from "#sync/push/planStop.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/testEndpoint.ts";
import { buildContact } from "#tests/world/contact.ts";
import { chile, uruguay } from "#tests/world/desks.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { sampleGrant, sampleKeys } from "#tests/world/signed.ts";
import {
  chileGrant,
  createAddition,
  deviceOf,
  otherOwnGrant,
  ownGrant,
  secondChileGrant,
} from "#tests/world/syncDevice.ts";

const today = instantToDay(msToInstant(startedAtMs));
const goes = { type: "go", notes: [] };

const createEntry = async (
  changes: Parameters<typeof createAddition>[0] = {},
): Promise<OutboxEntry> => ({
  ...(await createAddition(changes)),
  sequence: 1,
  state: { type: "queued" },
});

const device = (grant: number, desk = chile, isRevoked = false): DeskDevice => ({
  grant: sampleGrant(grant, desk),
  keys: sampleKeys(grant),
  isRevoked,
});

const know = (changes: Partial<DeskKnowledge> = {}): DeskKnowledge => ({
  edition: createTestEdition(),
  devices: [device(ownGrant, uruguay), device(chileGrant)],
  today,
  ...changes,
});

const withContact = (expiresOn: string): Edition => {
  const edition = createTestEdition();
  const contact = buildContact({ expiresOn });
  const desks = [{ kind: "policy" as const, contacts: [contact] }];
  const states = edition.states.map((entry) =>
    entry.state === "CL" ? { ...entry, desks } : entry,
  );
  return { ...edition, states };
};

test("[S11] to a desk whose devices are those that it is sealed to, an entry goes", async () => {
  expect(planStop(await createEntry(), know())).toEqual(goes);
});

test("[S11] an entry to a desk that left the edition is stopped", async () => {
  const { states, ...rest } = createTestEdition();
  const edition = { ...rest, states: states.filter(({ state }) => state !== "CL") };
  expect(planStop(await createEntry(), know({ edition }))).toEqual({
    type: "stop",
    reason: "deskLeft",
  });
  const withoutDesk = states.map((entry) => ({
    ...entry,
    desks: entry.desks.filter(({ kind }) => kind !== "policy"),
  }));
  expect(
    planStop(await createEntry(), know({ edition: { ...rest, states: withoutDesk } })),
  ).toEqual({ type: "stop", reason: "deskLeft" });
});

test("[S11] where no edition is held, no desk has left it", async () => {
  expect(planStop(await createEntry(), know({ edition: undefined }))).toEqual(goes);
});

test("[S11] an entry that is sealed to a revoked device of the other desk is stopped", async () => {
  const devices = [device(ownGrant, uruguay), device(chileGrant, chile, true)];
  expect(planStop(await createEntry(), know({ devices }))).toEqual({
    type: "stop",
    reason: "recipientRevoked",
  });
});

test("[S11] a revoked device that it is not sealed to, or one of one's own desk, stops nothing", async () => {
  const sealedTo = [deviceOf(ownGrant), deviceOf(otherOwnGrant), deviceOf(chileGrant)];
  const entry = await createEntry({ sealedTo });
  const devices = [
    device(ownGrant, uruguay),
    device(otherOwnGrant, uruguay, true),
    device(chileGrant),
    device(secondChileGrant, chile, true),
  ];
  expect(planStop(entry, know({ devices }))).toEqual(goes);
});

test("[S11] a device that joined the other desk is noted, and stops nothing", async () => {
  const devices = [device(chileGrant), device(secondChileGrant)];
  expect(planStop(await createEntry(), know({ devices }))).toEqual({
    type: "go",
    notes: ["deviceJoined"],
  });
});

test.each([
  ["expired since it was queued", "2026-11-23", ["contactExpired"]],
  ["had expired when it was queued", "2026-11-21", []],
  ["ends today", "2026-11-25", []],
])("[S11] a contact that %s", async (_what, expiresOn, notes) => {
  const known = know({ edition: withContact(expiresOn), today: "2026-11-25" as Day });
  expect(planStop(await createEntry(), known)).toEqual({ type: "go", notes });
});

test("[S11] what stays within one's own desk goes, whoever left or was revoked", async () => {
  const entry = await createEntry({ to: uruguay, kind: "note" });
  expect(entry.to).toBe(deskToId(uruguay));
  const devices = [device(ownGrant, uruguay, true)];
  expect(planStop(entry, know({ devices }))).toEqual(goes);
});
