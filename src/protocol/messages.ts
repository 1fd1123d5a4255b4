import * as v from "valibot";
import { DeskId } from "#domain/desk.ts";
import { DeviceId, Envelope, EnvelopeId } from "#domain/envelope/envelope.ts";
import { Epoch, Receipt } from "#domain/envelope/receipt.ts";
import { Instant } from "#domain/instant.ts";
import type { Call } from "./call.ts";

/**
 * The request's bytes are an `Envelope`, and the receipt's digest is over them. 201 the first time, 200
 * for the same bytes again, 409 for others under that id.
 */
export const holdMessage = {
  method: "PUT",
  path: "/v1/messages/{id}",
  access: "ownDesk",
  parameters: { id: EnvelopeId },
  request: { schema: Envelope, size: "message" },
  answer: Receipt,
  statuses: [200, 201],
  refusals: ["idTaken", "recipientUnknown"],
} as const satisfies Call;

/** A position in a desk's feed or in the registry: 1 for its first row, then rising without a gap. */
export const Position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Which page of a feed, or of the registry: at most `limit` rows that follow position `after`. */
export const pageQuery = {
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), Position), "0"),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([1-9]\d?|100)$/),
      v.transform(Number),
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(100),
    ),
    "100",
  ),
};

const FeedQuery = v.object({ desk: DeskId, ...pageQuery });

/**
 * One row of a desk's feed. `bytes` are the envelope's as they were sent; its digest is over them.
 * `delivered`: a device of the other desk that the envelope is sealed to has asked for the rows after
 * it. `recipientsGone`: every device of the other desk that it is sealed to is revoked.
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

export type FeedAnswer = v.InferOutput<typeof FeedAnswer>;
export const FeedAnswer = v.object({
  epoch: Epoch,
  desk: DeskId,
  rows: v.array(FeedRow),
  /** The `after` of the next page. */
  next: Position,
  more: v.boolean(),
});

/** A page of the caller's own desk's feed. */
export const listMessages = {
  method: "GET",
  path: "/v1/messages",
  access: "ownDesk",
  query: FeedQuery,
  answer: FeedAnswer,
  statuses: [200],
  refusals: [],
} as const satisfies Call;
