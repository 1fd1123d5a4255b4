import * as v from "valibot";
import { DeskAddress, Role } from "#domain/desk.ts";
import { DeviceId } from "#domain/envelope/envelope.ts";
import { Instant } from "#domain/instant.ts";
import { PublicKey, type SignedFile } from "./signedFile.ts";

/** The id of a grant; it identifies the invitation and its one device. */
export type GrantId = v.InferOutput<typeof GrantId>;
export const GrantId = v.pipe(v.string(), v.uuid(), v.brand("GrantId"));

/**
 * The publisher's permission that anyone who has the invitation's code may enroll one device for a
 * desk. It does not contain the code itself, only the public half of the key derived from the code.
 */
export type Grant = v.InferOutput<typeof Grant>;
export const Grant = v.strictObject({
  schema: v.literal("grant/1"),
  id: GrantId,
  desk: DeskAddress,
  role: Role,
  invitationKey: PublicKey,
  issuedAt: Instant,
  /** The endpoint accepts the code until then; an enrolled device stays enrolled. */
  expiresAt: Instant,
});

/** An age recipient, post-quantum hybrid (ML-KEM-768 with X25519): `age1pq1…`. */
export const SealingKey = v.pipe(v.string(), v.regex(/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/));

/**
 * A device's description of itself, signed with the key derived from its invitation's code. Its
 * grant is the one that names the same invitation key, because a person who types a code knows
 * nothing else.
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

/** The publisher's statement that a grant, and the device that it let in, are no longer valid. */
export type Revocation = v.InferOutput<typeof Revocation>;
export const Revocation = v.strictObject({
  schema: v.literal("revocation/1"),
  grant: GrantId,
  revokedAt: Instant,
});

export type SheetId = v.InferOutput<typeof SheetId>;
export const SheetId = v.pipe(v.string(), v.uuid(), v.brand("SheetId"));

/** The maximum of entries that one may replace. */
export const maxReplacedSheets = 32;

/**
 * A device's statement, signed with its own key, that its desk has a recovery sheet: one more
 * recipient of everything that is sealed to the desk, whose secret is on paper only. `sealingKey`
 * is null if there is no sheet any more. Which entry is valid follows from `replaces`, never from
 * the order in which an endpoint shows them: so an endpoint can't bring back a sheet that was
 * replaced or withdrawn.
 */
export type Sheet = v.InferOutput<typeof Sheet>;
export const Sheet = v.strictObject({
  schema: v.literal("sheet/1"),
  id: SheetId,
  desk: DeskAddress,
  sealingKey: v.nullable(SealingKey),
  replaces: v.pipe(v.array(SheetId), v.maxLength(maxReplacedSheets)),
  /** The device that made it. */
  device: DeviceId,
  madeAt: Instant,
});

/**
 * One verified entry of the registry. A sheet is kept after verifying only its signature: whether
 * its maker is trusted depends on that device's entries, which may arrive again later.
 */
export type RegistryEntry =
  | { readonly type: "grant"; readonly grant: Grant }
  | { readonly type: "device"; readonly keys: DeviceKeys }
  | { readonly type: "revocation"; readonly revocation: Revocation }
  | { readonly type: "sheet"; readonly sheet: Sheet; readonly signed: SignedFile };
