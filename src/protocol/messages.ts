import * as v from "valibot";
import { DeskAddress, DeskId, Role } from "#domain/desk.ts";
import { EmailAddress } from "#domain/directory/contact.ts";
import { DeviceId, Digest, Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import { Epoch, Receipt } from "#domain/envelope/receipt.ts";
import { Instant } from "#domain/instant.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";

/** A point on P-256, uncompressed, in base64url: an application server's key, or a browser's. */
const PushKey = v.pipe(v.string(), v.regex(/^B[A-Za-z0-9_-]{86}$/));

/**
 * `GET /v1/health`. `push`: by which key it tells devices that something waits (RFC 8292); null if it
 * doesn't. `mail`: whether it tells desks by e-mail.
 */
export type HealthAnswer = v.InferOutput<typeof HealthAnswer>;
export const HealthAnswer = v.object({
  protocol: v.literal(1),
  epoch: Epoch,
  push: v.nullable(v.object({ key: PushKey })),
  mail: v.boolean(),
});

/**
 * `PUT /v1/editions/{n}`, `PUT /v1/grants/{id}`, `PUT /v1/revocations/{id}`: the publisher's signed
 * file is its own authority. 201 the first time, 200 for the same again.
 */
export const PublisherRequest = SignedFile;
export type PublisherAnswer = v.InferOutput<typeof PublisherAnswer>;
export const PublisherAnswer = v.object({ taken: v.picklist(["now", "before"]) });

/**
 * `POST /v1/enrolments`. `keys` is a `DeviceKeys` signed with the invitation's key. The device makes
 * its token and sends only the token's SHA-256 in hexadecimal, so that what the endpoint keeps opens
 * nothing.
 */
export type EnrolmentRequest = v.InferOutput<typeof EnrolmentRequest>;
export const EnrolmentRequest = v.strictObject({ keys: SignedFile, tokenHash: Digest });

/** 201 the first time, 200 when the same device sends the same request again. */
export type EnrolmentAnswer = v.InferOutput<typeof EnrolmentAnswer>;
export const EnrolmentAnswer = v.object({
  device: DeviceId,
  role: Role,
  desk: DeskAddress,
  enrolledAt: Instant,
  epoch: Epoch,
});

/** `GET /v1/directory`: an `Edition`, signed by the publisher. */
export const DirectoryAnswer = SignedFile;

/**
 * `PUT /v1/sheets/{id}`: a `Sheet`, signed by a device of the caller's desk; answered as what a
 * publisher has signed. 201 the first time, 200 for the same again.
 */
export const SheetRequest = SignedFile;

/** `PUT /v1/messages/{id}`: the request's bytes are an `Envelope`, the answer is a `Receipt`. */
export const MessageRequest = Envelope;
export const MessageAnswer = Receipt;

/** A place in a desk's feed or in the registry: 1 for its first row, then rising without a gap. */
export const Position = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What stands at a position. `bytes` are the envelope's as it was sent; its digest is over them.
 * `delivered`: a device of the other desk that it was sealed to has asked for what comes after it.
 * `recipientsGone`: every device of the other desk that it was sealed to is revoked.
 */
export type FeedRow = v.InferOutput<typeof FeedRow>;
export const FeedRow = v.variant("type", [
  v.object({
    type: v.literal("envelope"),
    position: Position,
    bytes: v.string(),
    receipt: Receipt,
  }),
  v.object({
    type: v.literal("delivered"),
    position: Position,
    envelope: EnvelopeId,
    device: DeviceId,
    at: Instant,
  }),
  v.object({
    type: v.literal("recipientsGone"),
    position: Position,
    envelope: EnvelopeId,
    at: Instant,
  }),
]);

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const pageLimit = v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/), v.transform(Number));

/** `GET /v1/messages?desk=‹CL/policy›&after=‹position›&limit=‹1..100›` */
export type FeedQuery = v.InferOutput<typeof FeedQuery>;
export const FeedQuery = v.object({
  desk: DeskId,
  after: v.optional(wholeNumber, "0"),
  limit: v.optional(pageLimit, "100"),
});

export type FeedAnswer = v.InferOutput<typeof FeedAnswer>;
export const FeedAnswer = v.object({
  epoch: Epoch,
  desk: DeskId,
  rows: v.array(FeedRow),
  /** Ask again after this one. */
  next: Position,
  more: v.boolean(),
});

/**
 * `GET /v1/registry?after=‹position›&limit=‹1..100›`: grants, device keys, revocations and sheets of all
 * desks, in the order in which they were taken; the chain that a device verifies by itself.
 */
export type RegistryQuery = v.InferOutput<typeof RegistryQuery>;
export const RegistryQuery = v.object({
  after: v.optional(wholeNumber, "0"),
  limit: v.optional(pageLimit, "100"),
});

export type RegistryAnswer = v.InferOutput<typeof RegistryAnswer>;
export const RegistryAnswer = v.object({
  epoch: Epoch,
  rows: v.array(v.object({ position: Position, file: SignedFile })),
  next: Position,
  more: v.boolean(),
});

/** What a browser gives for pushes to it (RFC 8030, RFC 8291). Its service is a host with a name, and no port. */
export type PushTarget = v.InferOutput<typeof PushTarget>;
export const PushTarget = v.strictObject({
  endpoint: v.pipe(
    v.string(),
    v.maxLength(2048),
    v.regex(/^https:\/\/([a-z0-9-]+\.)+[a-z][a-z0-9-]*\/[\x21-\x7e]*$/),
  ),
  keys: v.strictObject({
    p256dh: PushKey,
    auth: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  }),
});

/**
 * `PUT /v1/subscriptions/{device}`: where that device is told that something waits, and never what.
 * Replaces what was said before. `mail` is one of the desk's addresses in the newest edition.
 */
export type SubscriptionRequest = v.InferOutput<typeof SubscriptionRequest>;
export const SubscriptionRequest = v.strictObject({
  push: v.nullable(PushTarget),
  mail: v.nullable(EmailAddress),
});

/** What is held of it now; a restored endpoint (another epoch) may hold something else. */
export type SubscriptionAnswer = v.InferOutput<typeof SubscriptionAnswer>;
export const SubscriptionAnswer = v.object({
  push: v.boolean(),
  mail: v.nullable(EmailAddress),
  epoch: Epoch,
});
