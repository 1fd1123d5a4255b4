import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, Digest, Envelope, EnvelopeId } from "#domain/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { Epoch } from "#domain/receipt.ts";
import type { Result } from "#domain/result.ts";
import type { Role } from "#domain/role.ts";

/** An invitation as it is kept: its code only as a SHA-256. */
export type Invitation = {
  readonly codeHash: Digest;
  readonly desk: DeskId;
  readonly role: Role;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

/** What a device is, once it has redeemed an invitation. */
export type Enrolment = {
  readonly device: DeviceId;
  readonly desk: DeskId;
  readonly role: Role;
  readonly enrolledAt: Instant;
};

export type EnrolmentAttempt = {
  readonly codeHash: Digest;
  readonly device: DeviceId;
  readonly tokenHash: Digest;
  readonly at: Instant;
  readonly maxDevices: number;
};

export type EnrolmentOutcome = {
  readonly type: "enrolled" | "enrolledBefore";
  readonly enrolment: Enrolment;
};

export type EnrolmentRefusal =
  | { readonly type: "invitationUnknown" }
  | { readonly type: "invitationUsed" }
  | { readonly type: "invitationExpired" }
  | { readonly type: "deskFull"; readonly maxDevices: number };

/** An envelope as it came in: the text is exactly the request's bytes, the digest is over them. */
export type Arrival = {
  readonly envelope: Envelope;
  readonly text: string;
  readonly digest: Digest;
  readonly at: Instant;
};

/** What is held under an id, without its contents. */
export type HeldEnvelope = {
  readonly id: EnvelopeId;
  readonly digest: Digest;
  readonly from: DeskId;
  readonly heldAt: Instant;
};

/** `heldBefore` says only that the id was held, by these bytes or by others. */
export type HoldOutcome = {
  readonly type: "held" | "heldBefore";
  readonly held: HeldEnvelope;
};

export type StoredFeedRow = {
  readonly position: number;
  readonly text: string;
  readonly held: HeldEnvelope;
};

/**
 * What the endpoint keeps. Whatever a `save` has answered is on the disk; what fails throws and
 * has changed nothing. Tests in `tests/contracts/storeContract.ts` hold for every implementation.
 */
export type Store = {
  /** The same for the life of a database; another one after a backup was restored. */
  readonly epoch: Epoch;

  saveInvitation(invitation: Invitation): Promise<void>;

  /** Redeems an invitation once; the same attempt again finds its first answer. */
  saveEnrolment(attempt: EnrolmentAttempt): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>>;

  /** Everything that the bearer of a token is enrolled for; empty for an unknown token. */
  listEnrolments(tokenHash: Digest): Promise<readonly Enrolment[]>;

  /** The first enrolment of this role at this desk, if there is one. */
  findFirstEnrolment(desk: DeskId, role: Role): Promise<Enrolment | undefined>;

  /**
   * Holds an envelope under its id once and sets it into the feeds of both its desks, at
   * positions that rise without a gap [Note: a feed has no gaps].
   */
  saveEnvelope(arrival: Arrival): Promise<HoldOutcome>;

  findEnvelope(id: EnvelopeId): Promise<HeldEnvelope | undefined>;

  /** At most `limit` rows of a desk's feed above `after`, in order. */
  listFeed(desk: DeskId, after: number, limit: number): Promise<readonly StoredFeedRow[]>;

  close(): Promise<void>;
};
