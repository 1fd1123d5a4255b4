import * as v from "valibot";
import type { DeskAddress, Role } from "#domain/desk.ts";
import { DeviceKeys, Grant, Revocation, Sheet } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";

/** Seeds that are told apart by one number: never for anything but a test. */
export const sampleSeed = (number: number): Uint8Array => new Uint8Array(32).fill(number);

export const publisherSeed = sampleSeed(1);

export const publisher = seedToPublicKey(publisherSeed);

const uuid = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, "0")}`;

/** The invitation of this number; its seed is that of {@link sampleSeed} with the same number. */
export const sampleGrant = (number: number, desk: DeskAddress, role: Role = "desk"): Grant =>
  v.parse(Grant, {
    schema: "grant/1",
    id: uuid(number),
    desk,
    role,
    invitationKey: seedToPublicKey(sampleSeed(number)),
    issuedAt: "2026-11-16T12:00:00.000Z",
    expiresAt: "2026-11-30T12:00:00.000Z",
  });

/** The device that the invitation of this number let in; it signs with the seed of `number + 100`. */
export const sampleKeys = (number: number): DeviceKeys =>
  v.parse(DeviceKeys, {
    schema: "enrolment/1",
    invitationKey: seedToPublicKey(sampleSeed(number)),
    device: uuid(number + 100),
    signingKey: seedToPublicKey(sampleSeed(number + 100)),
    sealingKey: `age1pq1${"q".repeat(1950)}`,
    enrolledAt: "2026-11-17T12:00:00.000Z",
  });

export const sampleRevocation = (grant: Grant): Revocation =>
  v.parse(Revocation, {
    schema: "revocation/1",
    grant: grant.id,
    revokedAt: "2026-11-20T12:00:00.000Z",
  });

/** A recovery sheet that the device of the invitation with this number made for a desk. */
export const sampleSheet = (
  number: number,
  maker: number,
  desk: DeskAddress,
  changes: Partial<Sheet> = {},
): Sheet =>
  v.parse(Sheet, {
    schema: "sheet/1",
    id: uuid(number + 1_000),
    desk,
    sealingKey: `age1pq1${"z".repeat(1950)}`,
    replaces: [],
    device: sampleKeys(maker).device,
    madeAt: "2026-11-18T12:00:00.000Z",
    ...changes,
  });

/** Signed by that device, or by the one of another invitation. */
export const signedSheet = (sheet: Sheet, signer: number): SignedFile =>
  signText(sampleSeed(signer + 100), "sheet", JSON.stringify(sheet));

export const signedGrant = (grant: Grant): SignedFile =>
  signText(publisherSeed, "grant", JSON.stringify(grant));

export const signedKeys = (number: number, keys = sampleKeys(number)): SignedFile =>
  signText(sampleSeed(number), "enrolment", JSON.stringify(keys));
