import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { DeskId, idToDesk, type Role } from "#domain/desk.ts";
import type { Edition } from "#domain/directory/edition.ts";
import { msToInstant } from "#domain/instant.ts";
import { Grant, type GrantId, type Revocation } from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile, SignedPurpose } from "#domain/trust/signedFile.ts";
import { createSigningSeed, seedToPublicKey, signText } from "#signing/signText.ts";
import { createTestEdition } from "./createTestEdition.ts";

/** A grant and the key behind its code: whoever has the seed can redeem it. */
export type TestInvitation = {
  readonly grant: Grant;
  readonly file: SignedFile;
  readonly seed: Uint8Array;
};

/** A publisher with a key of its own; `nowMs` is the clock that its grants go by. */
export const createTestPublisher = (nowMs: () => number) => {
  const seed = createSigningSeed();
  const sign = (purpose: SignedPurpose, content: unknown): SignedFile =>
    signText(seed, purpose, JSON.stringify(content));
  return {
    seed,
    key: seedToPublicKey(seed),
    sign,
    publish: (change: Partial<Edition> = {}): SignedFile =>
      sign("edition", createTestEdition(change)),
    invite: (desk: string, role: Role = "desk", days = 14): TestInvitation => {
      const invitationSeed = createSigningSeed();
      const grant = createGrant(seedToPublicKey(invitationSeed), { desk, role, days, nowMs });
      return { grant, file: sign("grant", grant), seed: invitationSeed };
    },
    revoke: (grant: GrantId): SignedFile => {
      const revokedAt = msToInstant(nowMs());
      const revocation: Revocation = { schema: "revocation/1", grant, revokedAt };
      return sign("revocation", revocation);
    },
  };
};
export type TestPublisher = ReturnType<typeof createTestPublisher>;

type GrantOptions = {
  readonly desk: string;
  readonly role: Role;
  readonly days: number;
  readonly nowMs: () => number;
};

const createGrant = (invitationKey: PublicKey, { desk, role, days, nowMs }: GrantOptions): Grant =>
  v.parse(Grant, {
    schema: "grant/1",
    id: randomUUID(),
    desk: idToDesk(v.parse(DeskId, desk)),
    role,
    invitationKey,
    issuedAt: msToInstant(nowMs()),
    expiresAt: msToInstant(nowMs() + days * 86_400_000),
  });
