import { randomUUID } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { onTestFinished } from "vitest";
import { type DeskAddress, type DeskId, deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import type { DeviceId, EnvelopeId, EnvelopeKind, ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { envelopeToBytes } from "#domain/letter/createLetter.ts";
import { digestText } from "#signing/digestText.ts";
import { EnlaceDatabase } from "#storage/database.ts";
import { saveEnrolment } from "#storage/device/saveEnrolment.ts";
import { listOutbox, type OutboxAddition, queueEnvelope } from "#storage/outbox/outbox.ts";
import { findSent } from "#storage/outbox/sent.ts";
import { addLock } from "#storage/privates/lock.ts";
import { createEndpointClient } from "#sync/endpoint/endpointClient.ts";
import { pushOutbox } from "#sync/push/pushOutbox.ts";
import { chile, uruguay } from "./desks.ts";
import { startedAtMs } from "./moments.ts";
import { sampleLock, sampleRow } from "./rows.ts";
import { publisher, sampleKeys } from "./signed.ts";

/** Numbers of invitations, as in `sampleSigned`: two of one's own desks, and two phones of Chile's. */
export const ownGrant = 10;

export const otherOwnGrant = 11;

export const chileGrant = 20;

export const secondChileGrant = 21;

export const deviceOf = (grant: number): DeviceId => sampleKeys(grant).device;

type Sealed = {
  readonly thread: ThreadId;
  readonly kind: EnvelopeKind;
  readonly from: DeskAddress;
  readonly to: DeskAddress;
  readonly sealedTo: readonly DeviceId[];
  readonly queuedAtMs: number;
};

/** One device: its storage, a clock that stands until it is moved, and the endpoint it talks to. */
export const createSyncDevice = (endpointUrl: string) => {
  const factory = new IDBFactory();
  const reopen = (): EnlaceDatabase =>
    new EnlaceDatabase("enlace", { indexedDB: factory, IDBKeyRange });
  const database = reopen();
  onTestFinished(() => database.close());
  let nowMs = startedAtMs;
  const revoked: string[] = [];
  const deps = {
    database,
    client: createEndpointClient(endpointUrl),
    publishers: [publisher],
    clock: () => nowMs,
    random: () => 0.5,
    privatePartSealer: null,
    onRevoked: (desk: DeskAddress, erased: string) => {
      revoked.push(`${deskToId(desk)}: ${erased}`);
    },
  };
  return {
    ...deps,
    /** What the person was told of revocations. */
    revoked,
    reopen,
    moveClock: (ms: number) => {
      nowMs += ms;
    },
    push: () => pushOutbox(deps),
    outbox: () => listOutbox(database),
    sent: (id: EnvelopeId) => findSent(database, id),
    sentBytes: async (id: EnvelopeId) => (await database.sentBytes.get(id))?.bytes,
    enrol: async (changes: Partial<Enrolment> = {}) => {
      await addLock(database, sampleLock);
      await saveEnrolment(database, createEnrolment(changes), { privates: [], removes: [] });
    },
    /** A sealed envelope, of a thread of its own if none is named, with the row that it came from. */
    queue: async (changes: Partial<Sealed> = {}) => {
      const entry = await createAddition({ queuedAtMs: nowMs, ...changes });
      const row = sampleRow("thread", entry.envelopeId, entry.from);
      const privates = [{ row, expectedRev: 0 }];
      const queued = await queueEnvelope(database, { entry, privates, removes: [] });
      if (!queued.ok) throw new Error(queued.error.type);
      return entry;
    },
  };
};

export type SyncDevice = ReturnType<typeof createSyncDevice>;

/** An envelope as `sealing` leaves it: nobody here can open it. */
export const createAddition = async (changes: Partial<Sealed> = {}): Promise<OutboxAddition> => {
  const id = randomUUID() as EnvelopeId;
  const {
    thread = randomUUID() as ThreadId,
    kind = "inquiry",
    from = uruguay,
    to = chile,
    sealedTo = [deviceOf(ownGrant), deviceOf(chileGrant)],
    queuedAtMs = startedAtMs,
  } = changes;
  const outside = { id, thread, kind, from, to, urgency: "day" as const };
  const body = Buffer.from(`age-encryption.org/v1\n${id}`).toString("base64");
  const bytes = envelopeToBytes({ ...outside, sealedTo: [...sealedTo], body });
  const digests = [await digestText(bytes)];
  const desks: { from: DeskId; to: DeskId } = { from: deskToId(from), to: deskToId(to) };
  const queuedAt = msToInstant(queuedAtMs);
  return { envelopeId: id, thread, kind, ...desks, sealedTo, bytes, digests, queuedAt };
};

export const createEnrolment = (changes: Partial<Enrolment> = {}): Enrolment => ({
  device: deviceOf(ownGrant),
  token: "token",
  role: "desk",
  desk: uruguay,
  enrolledAt: msToInstant(startedAtMs),
  invitationKey: sampleKeys(ownGrant).invitationKey,
  ...changes,
});
