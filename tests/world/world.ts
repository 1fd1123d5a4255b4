import { randomUUID } from "node:crypto";
import { type DeskAddress, type DeskId, deskToId } from "#domain/desk.ts";
import type { DeviceId, Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber, type Epoch, type Receipt } from "#domain/envelope/receipt.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Grant, GrantId, RegistryEntry } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { EnrolmentAnswer, EnrolmentRequest } from "#protocol/enrolment.ts";
import type { FeedRow } from "#protocol/messages.ts";
import { digestText } from "#signing/digestText.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import type { RegistryRow } from "#storage/database.ts";
import { startedAtMs } from "./moments.ts";

/** Each of them without its place. */
type Unplaced<T> = T extends unknown ? Omit<T, "position"> : never;

export type TestWorld = ReturnType<typeof createTestWorld>;

/** A publisher, its registry, and an endpoint's feeds, without a network. */
export const createTestWorld = () => {
  const publisherSeed = createSigningSeed();
  const publishers = [seedToPublicKey(publisherSeed)];
  let epoch = randomUUID() as Epoch;
  const registry: RegistryRow[] = [];
  const feeds = new Map<DeskId, FeedRow[]>();

  const take = async (file: SignedFile): Promise<void> => {
    const grants = registry.flatMap(({ entry }) => (entry.type === "grant" ? [entry.grant] : []));
    const entry = await verifyRegistryRow(file, publishers, (key) =>
      grants.find(({ invitationKey }) => invitationKey === key),
    );
    if (!entry.ok) throw new Error(entry.error.type);
    registry.push({ id: file.signature, position: registry.length + 1, entry: entry.value });
  };
  const publish = (purpose: "grant" | "revocation", content: unknown): Promise<void> =>
    take(signText(publisherSeed, purpose, JSON.stringify(content)));

  /** A receipt for an envelope that no feed bears yet. */
  const receive = async (bytes: string): Promise<Receipt> => {
    const { id } = JSON.parse(bytes) as Envelope;
    const digest = await digestText(bytes);
    const number = digestToReceiptNumber(digest);
    return { id, digest, number, heldAt: msToInstant(startedAtMs), epoch };
  };

  return {
    epoch: () => epoch,
    publishers,
    registry,
    /** An invitation's key for a device of a desk: what a code stands for. */
    grant: async (desk: DeskAddress, seed = createSigningSeed()): Promise<Uint8Array> => {
      const grant: Grant = {
        schema: "grant/1",
        id: randomUUID() as GrantId,
        desk,
        role: "desk",
        invitationKey: seedToPublicKey(seed),
        issuedAt: msToInstant(startedAtMs),
        expiresAt: msToInstant(startedAtMs + 86_400_000),
      };
      await publish("grant", grant);
      return seed;
    },
    /** The endpoint's answer, once the registry has the device. */
    answer: async ({ keys }: EnrolmentRequest): Promise<EnrolmentAnswer> => {
      await take(keys);
      const entry = registry.at(-1)?.entry;
      if (entry?.type !== "device") throw new Error("no device");
      const grant = findGrant(registry, entry.keys.invitationKey);
      const { device, enrolledAt } = entry.keys;
      return { device, role: grant.role, desk: grant.desk, enrolledAt, epoch };
    },
    revoke: (device: string): Promise<void> => {
      const entry = registry.map((row) => row.entry).find((each) => isOf(each, device));
      if (entry?.type !== "device") throw new Error("no such device");
      const { id } = findGrant(registry, entry.keys.invitationKey);
      const revokedAt = msToInstant(startedAtMs);
      return publish("revocation", { schema: "revocation/1", grant: id, revokedAt });
    },
    receive,
    /** As any endpoint takes what a device says of its desk's recovery sheet. */
    take,
    /** Holds an envelope as any endpoint would, in the feeds of the desks that it names. */
    hold: async (bytes: string): Promise<Receipt> => {
      const { from, to } = JSON.parse(bytes) as Envelope;
      const receipt = await receive(bytes);
      for (const desk of new Set([deskToId(from), deskToId(to)])) {
        if (!isThere(feeds, desk, bytes)) append(feeds, desk, { type: "envelope", bytes, receipt });
      }
      return receipt;
    },
    /** What an endpoint that can't be trusted may put into a desk's feed. */
    forge: async (desk: DeskId, bytes: string, receipt: Receipt): Promise<void> => {
      append(feeds, desk, { type: "envelope", bytes, receipt });
    },
    /** What the endpoint says of an envelope in the feed of the desk that sent it. */
    tell: (desk: DeskId, envelope: EnvelopeId, device: DeviceId | "recipientsGone"): void => {
      const at = msToInstant(startedAtMs);
      const notice =
        device === "recipientsGone"
          ? ({ type: "recipientsGone", envelope, at } as const)
          : ({ type: "delivered", envelope, device, at } as const);
      append(feeds, desk, notice);
    },
    /** Restored from a copy in which each feed had so many rows at the most. */
    restore: (rowCount: number): void => {
      epoch = randomUUID() as Epoch;
      for (const [desk, rows] of feeds) feeds.set(desk, rows.slice(0, rowCount));
    },
    feed: (desk: DeskId): readonly FeedRow[] =>
      (feeds.get(desk) ?? []).map((row) =>
        row.type === "envelope" ? { ...row, receipt: { ...row.receipt, epoch } } : row,
      ),
  };
};

const append = (feeds: Map<DeskId, FeedRow[]>, desk: DeskId, row: Unplaced<FeedRow>): void => {
  const rows = feeds.get(desk) ?? [];
  feeds.set(desk, [...rows, { ...row, position: rows.length + 1 }]);
};

const isThere = (feeds: Map<DeskId, FeedRow[]>, desk: DeskId, bytes: string): boolean =>
  (feeds.get(desk) ?? []).some((row) => row.type === "envelope" && row.bytes === bytes);

const isOf = (entry: RegistryEntry, device: string): boolean =>
  entry.type === "device" && entry.keys.device === device;

const findGrant = (registry: readonly RegistryRow[], invitationKey: string): Grant => {
  for (const { entry } of registry) {
    if (entry.type === "grant" && entry.grant.invitationKey === invitationKey) return entry.grant;
  }
  throw new Error("no such grant");
};
