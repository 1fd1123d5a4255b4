import type { DeskAddress, Role } from "#domain/desk.ts";
import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { PublicKey } from "#domain/trust/signedFile.ts";

/** Who uses this device; fills in what every inquiry asks. */
export type Profile = {
  readonly name: string;
  readonly affiliation: string;
  readonly replyEmail: string;
  readonly replyPhone: string;
};

export const emptyProfile: Profile = { name: "", affiliation: "", replyEmail: "", replyPhone: "" };

/** What an invitation made of this device. The token never leaves it but as `Authorization`. */
export type Enrolment = {
  readonly device: DeviceId;
  readonly token: string;
  readonly role: Role;
  readonly desk: DeskAddress;
  readonly enrolledAt: Instant;
  /** By it the device knows its own grant in the registry, whatever others call themselves (S13). */
  readonly invitationKey: PublicKey;
};
