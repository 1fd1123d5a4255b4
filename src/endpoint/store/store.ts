import type { DeskId, Role } from "#domain/desk.ts";
import type { Edition } from "#domain/directory/edition.ts";
import type { DeviceId, Digest, Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Epoch } from "#domain/envelope/receipt.ts";
import type { Instant } from "#domain/instant.ts";
import type { Result } from "#domain/result.ts";
import type { DeviceKeys, Grant, Revocation, Sheet } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { PushTarget, SubscriptionRequest } from "#protocol/subscription.ts";
import type { Page } from "./planPage.ts";

/** A publisher's signed file, verified. */
export type Published = { readonly file: SignedFile } & (
  | { readonly type: "edition"; readonly edition: Edition }
  | { readonly type: "grant"; readonly grant: Grant }
  | { readonly type: "revocation"; readonly revocation: Revocation }
);

/** `before`: the same content by the same key was there already. */
export type Taken = "now" | "before";

export type PublishedRefusal =
  /** Also for another edition with the same number, and for a demonstration after a real one. */
  | { readonly type: "editionOlder"; readonly heldNumber: number }
  /** There is other content under that grant's id, or another grant for its invitation's key. */
  | { readonly type: "conflict" };

/** The newest edition, without its contents. */
export type EditionTag = {
  readonly number: number;
  readonly demonstration: boolean;
  /** Over the signed file as it is sent. */
  readonly digest: Digest;
};

/** A device that has redeemed an invitation. */
export type Enrolment = {
  readonly device: DeviceId;
  readonly desk: DeskId;
  readonly role: Role;
  readonly enrolledAt: Instant;
};

export type EnrolmentAttempt = {
  /** Signed by the key that they name as their invitation's. */
  readonly keys: DeviceKeys;
  readonly file: SignedFile;
  readonly tokenHash: Digest;
  readonly at: Instant;
  readonly maxDevices: number;
};

export type EnrolmentOutcome = {
  readonly type: "enrolled" | "enrolledBefore";
  readonly enrolment: Enrolment;
};

/** A revocation, with its grant if the key that signed the grant is still trusted. */
export type RevokedGrant = {
  readonly revocation: SignedFile;
  readonly grant: SignedFile | undefined;
};

export type EnrolmentRefusal =
  | { readonly type: "invitationUnknown" }
  | { readonly type: "invitationUsed" }
  | { readonly type: "invitationExpired" }
  | ({ readonly type: "revoked" } & RevokedGrant)
  | { readonly type: "deskFull"; readonly maxDevices: number }
  /** The device's id, or its token, belongs to another grant. */
  | { readonly type: "forbidden" };

/** The device that a token belongs to; `revoked` if its grant is. */
export type TokenHolder = {
  readonly enrolment: Enrolment;
  readonly revoked: RevokedGrant | undefined;
};

export type SheetAttempt = {
  /** Signed by the key that the file names. */
  readonly sheet: Sheet;
  readonly file: SignedFile;
  /** How many one device may sign. */
  readonly maxSheets: number;
};

export type SheetRefusal =
  /** No valid device of that desk has signed it. */
  | { readonly type: "makerUnknown" }
  | { readonly type: "conflict" }
  | { readonly type: "sheetsFull"; readonly maxSheets: number };

export type StoredRegistryRow = { readonly position: number; readonly file: SignedFile };

/** An envelope as it came in: `text` is exactly the request's bytes, and `digest` is over them. */
export type Arrival = {
  readonly envelope: Envelope;
  readonly text: string;
  readonly digest: Digest;
  readonly at: Instant;
};

/** An envelope that the endpoint holds, without its contents. */
export type HeldEnvelope = {
  readonly id: EnvelopeId;
  readonly digest: Digest;
  readonly from: DeskId;
  readonly heldAt: Instant;
};

/** `heldBefore` says only that the id was taken, by these bytes or by others. */
export type HoldOutcome = { readonly type: "held" | "heldBefore"; readonly held: HeldEnvelope };

export type FeedReading = {
  readonly desk: DeskId;
  /** The device that reads. */
  readonly device: DeviceId;
  readonly after: number;
  readonly limit: number;
  readonly maxBytes: number;
  readonly at: Instant;
};

type Notice = { readonly position: number; readonly envelope: EnvelopeId; readonly at: Instant };

export type StoredFeedRow =
  | {
      readonly type: "envelope";
      readonly position: number;
      readonly text: string;
      readonly held: HeldEnvelope;
    }
  | ({ readonly type: "delivered"; readonly device: DeviceId } & Notice)
  | ({ readonly type: "recipientsGone" } & Notice);

/**
 * The endpoint's data. Once a `save` has answered, its data is on the disk; one that fails throws and
 * has changed nothing. Tests in `tests/contracts/storeContract.ts` run over every implementation.
 * A store is opened with the trusted keys [Note: a key that is trusted no longer].
 */
export type Store = SubscriptionStore & {
  /** Stays the same for the life of a database, and changes when a backup is restored. */
  readonly epoch: Epoch;

  /**
   * Saves a file that a trusted key has signed, once per key; another key may sign the same content.
   * A revocation appends a notice for each envelope that no device of its desk can open any more.
   */
  savePublished(published: Published, at: Instant): Promise<Result<Taken, PublishedRefusal>>;

  /** A real edition is newer than a demonstration, whatever their numbers. */
  findNewestEdition(): Promise<EditionTag | undefined>;

  /** The signed file as JSON; throws if there is no edition with this digest. */
  readEdition(digest: Digest): Promise<string>;

  /** Redeems a grant once; the same attempt again gets the first answer again. */
  saveEnrolment(attempt: EnrolmentAttempt): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>>;

  findTokenHolder(tokenHash: Digest): Promise<TokenHolder | undefined>;

  /** Whether one of these devices was ever enrolled to ask and answer for the desk. */
  knowsDevice(desk: DeskId, devices: readonly DeviceId[]): Promise<boolean>;

  /** Saves what a device has signed about its desk's recovery sheet, once. */
  saveSheet(attempt: SheetAttempt): Promise<Result<Taken, SheetRefusal>>;

  /** At most `limit` rows that follow `after`, in order, at positions without a gap. */
  listRegistry(after: number, limit: number): Promise<readonly StoredRegistryRow[]>;

  /**
   * Holds an envelope under its id, once, and appends it to the feeds of both its desks, at positions
   * that rise without a gap [Note: a feed has no gaps].
   */
  saveEnvelope(arrival: Arrival): Promise<HoldOutcome>;

  findEnvelope(id: EnvelopeId): Promise<HeldEnvelope | undefined>;

  /** A page of a desk's feed; appends `delivered` notices for envelopes that the device has seen. */
  readFeed(reading: FeedReading): Promise<Page<StoredFeedRow>>;

  close(): Promise<void>;
};

/** The endpoint's own key pair for Web Push (RFC 8292), both halves in base64url. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

/** A device that is due to be notified, and its subscription. */
export type DueNotice = SubscriptionRequest & {
  readonly device: DeviceId;
  readonly desk: DeskId;
};

export type ClaimedNotices = {
  readonly due: readonly DueNotice[];
  /** Others are waiting too, but were notified too recently. */
  readonly isMore: boolean;
};

/** The part of `Store` for notifying devices that something waits. */
type SubscriptionStore = {
  /** Saves these keys if there are none yet; returns the saved ones. */
  keepPushKeys(made: PushKeys): Promise<PushKeys>;

  /** Replaces the device's subscription; deletes it if there is neither push nor mail. */
  saveSubscription(device: DeviceId, subscription: SubscriptionRequest): Promise<void>;

  /** Deletes the push target, unless the device has subscribed with another one meanwhile. */
  dropPush(device: DeviceId, target: PushTarget): Promise<void>;

  /** Marks the subscribed devices of a desk as due: something has come for it. */
  markWaiting(desk: DeskId): Promise<void>;

  /**
   * Claims the devices that are due and were not notified since `notSince`. Each is claimed once,
   * however many processes ask. Subscriptions of devices that are no longer valid are deleted.
   */
  claimNotices(at: Instant, notSince: Instant): Promise<ClaimedNotices>;
};
