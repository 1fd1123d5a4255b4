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

/** `before`: the same was taken from the same key. */
export type Taken = "now" | "before";

export type PublishedRefusal =
  /** Also for another edition of the held one's number, and a demonstration after a real one. */
  | { readonly type: "editionOlder"; readonly heldNumber: number }
  /** Something else is held under that grant's id, or for its invitation's key. */
  | { readonly type: "heldOtherwise" };

/** The newest edition, without its contents. */
export type EditionTag = {
  readonly number: number;
  readonly demonstration: boolean;
  /** Over the signed file as it is sent. */
  readonly digest: Digest;
};

/** What a device is, once it has redeemed an invitation. */
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

/** The publisher's word that a grant counts no longer, and the grant if its key is still trusted. */
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
  /** The device's id, or its token, is another grant's. */
  | { readonly type: "forbidden" };

/** Whose a token is; with the publisher's word if it counts no longer. */
export type TokenHolder = {
  readonly enrolment: Enrolment;
  readonly revoked: RevokedGrant | undefined;
};

export type SheetAttempt = {
  /** Signed by the key that the file names. */
  readonly sheet: Sheet;
  readonly file: SignedFile;
  /** Of one device. */
  readonly maxSheets: number;
};

export type SheetRefusal =
  /** Its signer is no device of that desk that counts. */
  | { readonly type: "makerUnknown" }
  | { readonly type: "heldOtherwise" }
  | { readonly type: "sheetsFull"; readonly maxSheets: number };

export type StoredRegistryRow = { readonly position: number; readonly file: SignedFile };

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
export type HoldOutcome = { readonly type: "held" | "heldBefore"; readonly held: HeldEnvelope };

export type FeedReading = {
  readonly desk: DeskId;
  /** Who asks. */
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
 * What the endpoint keeps. Whatever a `save` has answered is on the disk; what fails throws and
 * has changed nothing. Tests in `tests/contracts/storeContract.ts` hold for every implementation.
 * A store is opened with the trusted keys [Note: a key that is trusted no longer].
 */
export type Store = SubscriptionStore & {
  /** The same for the life of a database; another one after a backup was restored. */
  readonly epoch: Epoch;

  /**
   * Takes what a trusted key has signed, once a key; the same content may come again under another
   * key. A revocation gives a notice for each envelope that nobody of its desk can open any more.
   */
  savePublished(published: Published, at: Instant): Promise<Result<Taken, PublishedRefusal>>;

  /** A real edition is newer than a demonstration, whatever their numbers. */
  findNewestEdition(): Promise<EditionTag | undefined>;

  /** The signed file as JSON; throws if no edition of this digest was ever taken. */
  readEdition(digest: Digest): Promise<string>;

  /** Redeems a grant once; the same attempt again finds its first answer. */
  saveEnrolment(attempt: EnrolmentAttempt): Promise<Result<EnrolmentOutcome, EnrolmentRefusal>>;

  findTokenHolder(tokenHash: Digest): Promise<TokenHolder | undefined>;

  /** Whether one of these devices was ever enrolled to ask and answer for the desk. */
  knowsDevice(desk: DeskId, devices: readonly DeviceId[]): Promise<boolean>;

  /** Takes a device's word about its desk's recovery sheet, once; the same again is `before`. */
  saveSheet(attempt: SheetAttempt): Promise<Result<Taken, SheetRefusal>>;

  /** At most `limit` rows above `after`, in order, at positions without a gap. */
  listRegistry(after: number, limit: number): Promise<readonly StoredRegistryRow[]>;

  /**
   * Holds an envelope under its id once and sets it into the feeds of both its desks, at
   * positions that rise without a gap [Note: a feed has no gaps].
   */
  saveEnvelope(arrival: Arrival): Promise<HoldOutcome>;

  findEnvelope(id: EnvelopeId): Promise<HeldEnvelope | undefined>;

  /** A page of a desk's feed; gives `delivered` notices for what the device has seen. */
  readFeed(reading: FeedReading): Promise<Page<StoredFeedRow>>;

  close(): Promise<void>;
};

/** The endpoint's own key pair for Web Push (RFC 8292), both halves in base64url. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: string };

/** A device that is to be told that something waits, and where. */
export type DueNotice = SubscriptionRequest & {
  readonly device: DeviceId;
  readonly desk: DeskId;
};

export type ClaimedNotices = {
  readonly due: readonly DueNotice[];
  /** Others wait to be told, and were told too lately. */
  readonly isMore: boolean;
};

/** The part of `Store` that is about telling devices that something waits. */
type SubscriptionStore = {
  /** Keeps these keys if there are none yet; gives those that are kept. */
  keepPushKeys(made: PushKeys): Promise<PushKeys>;

  /** In the place of what was held of that device; with neither push nor mail nothing is. */
  saveSubscription(device: DeviceId, subscription: SubscriptionRequest): Promise<void>;

  /** Forgets where to push, unless the device has named another place meanwhile. */
  dropPush(device: DeviceId, target: PushTarget): Promise<void>;

  /** Something has come for this desk: its subscribed devices are to be told. */
  markWaiting(desk: DeskId): Promise<void>;

  /**
   * Takes those that are to be told and were not told since `notSince`; each is given out once,
   * however many processes ask. What belongs to a device that counts no longer is dropped.
   */
  claimNotices(at: Instant, notSince: Instant): Promise<ClaimedNotices>;
};
