import * as v from "valibot";
import { DeskAddress, DeskId } from "#domain/desk.ts";
import { Edition } from "#domain/edition.ts";
import { DeviceId, Digest, Envelope } from "#domain/envelope.ts";
import { Instant } from "#domain/instant.ts";
import { Epoch, Receipt } from "#domain/receipt.ts";
import { Role } from "#domain/role.ts";

/** `GET /v1/health` */
export type HealthAnswer = v.InferOutput<typeof HealthAnswer>;
export const HealthAnswer = v.object({ protocol: v.literal(1), epoch: Epoch });

/**
 * `POST /v1/enrolments`. The device makes its token and sends only the token's SHA-256 in
 * hexadecimal, so that what the endpoint keeps opens nothing.
 */
export type EnrolmentRequest = v.InferOutput<typeof EnrolmentRequest>;
export const EnrolmentRequest = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{17}$/)),
  device: DeviceId,
  tokenHash: Digest,
});

/** 201 the first time, 200 when the same device sends the same request again. */
export type EnrolmentAnswer = v.InferOutput<typeof EnrolmentAnswer>;
export const EnrolmentAnswer = v.object({
  device: DeviceId,
  role: Role,
  desk: DeskAddress,
  enrolledAt: Instant,
  epoch: Epoch,
});

/** `GET /v1/directory` */
export const DirectoryAnswer = Edition;

/** `PUT /v1/messages/{id}`: the request's bytes are an `Envelope`, the answer is a `Receipt`. */
export const MessageRequest = Envelope;
export const MessageAnswer = Receipt;

/** A place in a desk's feed: 1 for its first row, then rising without a gap. */
export const Position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What stands at a position. `bytes` are the envelope's as it was sent; its digest is over them. */
export type FeedRow = v.InferOutput<typeof FeedRow>;
export const FeedRow = v.variant("type", [
  v.object({
    type: v.literal("envelope"),
    position: Position,
    bytes: v.string(),
    receipt: Receipt,
  }),
]);

/** `GET /v1/messages?desk=‹CL/policy›&after=‹position›&limit=‹1..100›` */
export type FeedQuery = v.InferOutput<typeof FeedQuery>;
export const FeedQuery = v.object({
  desk: DeskId,
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), "0"),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/), v.transform(Number)), "100"),
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
