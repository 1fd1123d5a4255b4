import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { onTestFinished } from "vitest";
import { DeskId, deskToId, idToDesk, type Role } from "#domain/desk.ts";
import { Envelope } from "#domain/envelope/envelope.ts";
import { instantToMs, msToInstant } from "#domain/instant.ts";
import type { GrantId } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { verifyPublished } from "#endpoint/published/verifyPublished.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type {
  Arrival,
  EnrolmentAttempt,
  Published,
  Store,
  StoredFeedRow,
} from "#endpoint/store/store.ts";
import { createEnrolment, type TestEnrolment } from "#tests/unit/endpoint/world/enrolment.ts";
import { createEnvelope } from "#tests/unit/endpoint/world/letters.ts";
import {
  createTestPublisher,
  type TestPublisher,
} from "#tests/unit/endpoint/world/testEndpoint.ts";

/** Opens an empty store that trusts these keys. */
export type OpenStore = (publishers: readonly PublicKey[]) => Promise<Store>;

export const at = msToInstant(Date.parse("2026-11-22T04:00:00.000Z"));
/** After every invitation's end. */
export const later = msToInstant(Date.parse("2026-12-22T04:00:00.000Z"));
export const policyOf = (state: string): DeskId => v.parse(DeskId, `${state}/policy`);

export type ContractDevice = TestEnrolment & {
  readonly desk: DeskId;
  readonly grant: GrantId;
  readonly attempt: EnrolmentAttempt;
};

/** A store, two publishers that it trusts, and what the tests do with them again and again. */
export const createFixture = async (openStore: OpenStore) => {
  const publisher = createTestPublisher(() => instantToMs(at));
  const successor = createTestPublisher(() => instantToMs(at));
  const publishers = [publisher.key, successor.key];
  const store = await openStore(publishers);
  onTestFinished(() => store.close());
  const verify = async (file: SignedFile): Promise<Published> => {
    const published = await verifyPublished(file, publishers);
    if (!published.ok) throw new Error(`The file was refused: ${published.error.type}.`);
    return published.value;
  };
  const take = async (file: SignedFile) => store.savePublished(await verify(file), at);
  const invite = async (state: string, role: Role = "desk") => {
    const invitation = publisher.invite(policyOf(state), role);
    await take(invitation.file);
    return prepare(invitation.seed, invitation.grant.desk, invitation.grant.id);
  };
  const enrol = async (state: string, role: Role = "desk"): Promise<ContractDevice> => {
    const device = await invite(state, role);
    const outcome = await store.saveEnrolment(device.attempt);
    if (!outcome.ok) throw new Error(`The enrolment was refused: ${outcome.error.type}.`);
    return device;
  };
  const readAll = async (device: ContractDevice, after = 0): Promise<readonly StoredFeedRow[]> =>
    (await store.readFeed({ ...reading(device), after })).rows;
  return {
    store,
    publisher,
    successor,
    take,
    invite,
    enrol,
    readAll,
    revoke: (device: ContractDevice, by: TestPublisher = publisher) =>
      take(by.revoke(device.grant)),
    listRegistry: async () => (await store.listRegistry(0, 1_000)).map(({ file }) => file),
  };
};
export type Fixture = Awaited<ReturnType<typeof createFixture>>;

/** How a device asks for its desk's feed from the start. */
export const reading = ({ desk, device }: ContractDevice) => ({
  desk,
  device,
  after: 0,
  limit: 1_000,
  maxBytes: 1_000_000,
  at,
});

/** An envelope between two policy desks, sealed to these devices, or to one that nobody knows. */
export const createArrival = (
  from: string,
  to: string,
  sealedTo: readonly Pick<TestEnrolment, "device">[] = [],
): Arrival => {
  const envelope = v.parse(
    Envelope,
    createEnvelope({
      from: idToDesk(policyOf(from)),
      to: idToDesk(policyOf(to)),
      sealedTo: sealedTo.length > 0 ? sealedTo.map(({ device }) => device) : [randomUUID()],
    }),
  );
  const text = JSON.stringify(envelope);
  return { envelope, text, digest: sha256(text), at };
};

const prepare = (
  seed: Uint8Array,
  desk: Parameters<typeof deskToId>[0],
  grant: GrantId,
): ContractDevice => {
  const enrolment = createEnrolment(seed);
  const { keys, request } = enrolment;
  const { keys: file, tokenHash } = request;
  const attempt = { keys, file, tokenHash, at, maxDevices: 8 };
  return { ...enrolment, desk: deskToId(desk), grant, attempt };
};
