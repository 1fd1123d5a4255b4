import type { DeskAddress, Role } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";

/** The device's user; fills in what every inquiry asks for. */
export type Profile = {
  readonly name: string;
  readonly affiliation: string;
  readonly replyEmail: string;
  readonly replyPhone: string;
};

export const emptyProfile: Profile = { name: "", affiliation: "", replyEmail: "", replyPhone: "" };

/**
 * This device's membership of a desk, created with an invitation. The token leaves the device only
 * as `Authorization`.
 */
export type Enrolment = {
  readonly device: DeviceId;
  readonly token: string;
  readonly role: Role;
  readonly desk: DeskAddress;
  readonly enrolledAt: Instant;
  /** Identifies the device's own grant in the registry, whatever other entries claim (S13). */
  readonly invitationKey: PublicKey;
};
