import * as v from "valibot";
import { DeskAddress } from "./desk.ts";
import { DeviceId } from "./envelope.ts";
import { Instant } from "./instant.ts";
import { Role } from "./role.ts";
import { PublicKey } from "./signedFile.ts";

/** What the publisher signs; the id of a grant stands for the invitation and its one device. */
export type GrantId = v.InferOutput<typeof GrantId>;
export const GrantId = v.pipe(v.string(), v.uuid(), v.brand("GrantId"));

/**
 * The publisher's word that whoever has the invitation's code may enrol one device for a desk. The
 * code itself is nowhere in it: only the public half of the key that is derived from it.
 */
export type Grant = v.InferOutput<typeof Grant>;
export const Grant = v.strictObject({
  schema: v.literal("grant/1"),
  id: GrantId,
  desk: DeskAddress,
  role: Role,
  invitationKey: PublicKey,
  issuedAt: Instant,
  /** The endpoint redeems it before this; a device once enrolled stays so. */
  expiresAt: Instant,
});

/** An age recipient, post-quantum hybrid (ML-KEM-768 with X25519): `age1pq1…`. */
export const SealingKey = v.pipe(v.string(), v.regex(/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/));

/**
 * What a device says of itself, signed with the key that is derived from its invitation's code. Its
 * grant is the one that names the same invitation key: whoever types a code knows no more than that.
 */
export type DeviceKeys = v.InferOutput<typeof DeviceKeys>;
export const DeviceKeys = v.strictObject({
  schema: v.literal("enrolment/1"),
  invitationKey: PublicKey,
  device: DeviceId,
  signingKey: PublicKey,
  sealingKey: SealingKey,
  enrolledAt: Instant,
});

/** The publisher's word that a grant, and the device that it let in, count no longer. */
export type Revocation = v.InferOutput<typeof Revocation>;
export const Revocation = v.strictObject({
  schema: v.literal("revocation/1"),
  grant: GrantId,
  revokedAt: Instant,
});

/** One verified line of the registry. */
export type RegistryEntry =
  | { readonly type: "grant"; readonly grant: Grant }
  | { readonly type: "device"; readonly keys: DeviceKeys }
  | { readonly type: "revocation"; readonly revocation: Revocation };
