import * as v from "valibot";
import { DeskAddress, Role } from "#domain/desk.ts";
import { DeviceId } from "#domain/envelope/envelope.ts";
import { Instant } from "#domain/instant.ts";
import { PublicKey, type SignedFile } from "./signedFile.ts";

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

export type SheetId = v.InferOutput<typeof SheetId>;
export const SheetId = v.pipe(v.string(), v.uuid(), v.brand("SheetId"));

/** As many lines as one may replace. */
export const maxReplacedSheets = 32;

/**
 * A device's word, signed with its own key, that its desk has a recovery sheet: one more recipient of
 * all that is sealed to the desk, whose secret is on paper only. `sealingKey` is null where there is
 * to be none any more. Which line counts follows from `replaces`, never from the order in which an
 * endpoint shows them: it can't bring a sheet back that was replaced or withdrawn.
 */
export type Sheet = v.InferOutput<typeof Sheet>;
export const Sheet = v.strictObject({
  schema: v.literal("sheet/1"),
  id: SheetId,
  desk: DeskAddress,
  sealingKey: v.nullable(SealingKey),
  replaces: v.pipe(v.array(SheetId), v.maxLength(maxReplacedSheets)),
  /** Who made it. */
  device: DeviceId,
  madeAt: Instant,
});

/**
 * One verified line of the registry. Of a sheet only the signature is verified when it comes, and it
 * is kept: whether its maker counts, the lines about that device say, which may come again later.
 */
export type RegistryEntry =
  | { readonly type: "grant"; readonly grant: Grant }
  | { readonly type: "device"; readonly keys: DeviceKeys }
  | { readonly type: "revocation"; readonly revocation: Revocation }
  | { readonly type: "sheet"; readonly sheet: Sheet; readonly signed: SignedFile };
