import { err, ok, type Result } from "#domain/result.ts";
import {
  DeviceKeys,
  Grant,
  type RegistryEntry,
  Revocation,
  Sheet,
} from "#domain/trust/registry.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, parseContent, type SignedError } from "./openPublished.ts";
import { verifySigned } from "./verifySigned.ts";

/**
 * Verifies one row of the registry up to the publisher, or returns why it is not valid: grants and
 * revocations are signed by the publisher, a device's keys with the key of an invitation that the
 * publisher has granted. Grants must come before their devices, because `findGrant` searches those
 * already verified. Of a desk's recovery sheet only the signature is verified.
 */
export const verifyRegistryRow = async (
  file: SignedFile,
  publishers: readonly PublicKey[],
  findGrant: (invitationKey: PublicKey) => Grant | undefined,
): Promise<Result<RegistryEntry, SignedError>> => {
  switch (file.purpose) {
    case "grant": {
      const grant = await openPublished(file, "grant", Grant, publishers);
      return grant.ok ? ok({ type: "grant", grant: grant.value }) : grant;
    }
    case "revocation": {
      const revocation = await openPublished(file, "revocation", Revocation, publishers);
      return revocation.ok ? ok({ type: "revocation", revocation: revocation.value }) : revocation;
    }
    case "enrolment":
      return verifyDevice(file, findGrant);
    case "sheet": {
      // Verified only with the key that it names; `findDeskSheet` checks later whose key that is.
      const sheet = await openPublished(file, "sheet", Sheet, [file.key]);
      return sheet.ok ? ok({ type: "sheet", sheet: sheet.value, signed: file }) : sheet;
    }
    case "edition":
    case "letter":
      return err({ type: "signedMalformed" });
  }
};

const verifyDevice = async (
  file: SignedFile,
  findGrant: (invitationKey: PublicKey) => Grant | undefined,
): Promise<Result<RegistryEntry, SignedError>> => {
  if (!findGrant(file.key)) return err({ type: "publisherUnknown" });
  if (!(await verifySigned(file))) return err({ type: "signatureBroken" });
  const keys = parseContent(file.content, DeviceKeys);
  if (!keys.ok) return keys;
  // Signed with one invitation's key, but claims another's grant.
  if (keys.value.invitationKey !== file.key) return err({ type: "signatureBroken" });
  return ok({ type: "device", keys: keys.value });
};
