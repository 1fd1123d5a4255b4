import * as v from "valibot";
import { DeskAddress } from "./desk.ts";
import { Urgency } from "./urgency.ts";

const uuid = v.pipe(v.string(), v.uuid());

/** A UUID made on the device that wrote the envelope; the key of "exactly once". */
export type EnvelopeId = v.InferOutput<typeof EnvelopeId>;
export const EnvelopeId = v.pipe(uuid, v.brand("EnvelopeId"));

/** The id of a thread: the id of its first envelope's inquiry. */
export type ThreadId = v.InferOutput<typeof ThreadId>;
export const ThreadId = v.pipe(uuid, v.brand("ThreadId"));

export type DeviceId = v.InferOutput<typeof DeviceId>;
export const DeviceId = v.pipe(uuid, v.brand("DeviceId"));

export const envelopeKinds = ["inquiry", "withdrawal"] as const;
export type EnvelopeKind = (typeof envelopeKinds)[number];

/** The body is opaque to whoever carries it. */
export const bodyMaxBytes = 64 * 1024;

/** The one thing that is sent, immutable from the moment that it is queued. */
export type Envelope = v.InferOutput<typeof Envelope>;
export const Envelope = v.strictObject({
  id: EnvelopeId,
  thread: ThreadId,
  kind: v.picklist(envelopeKinds),
  from: DeskAddress,
  to: DeskAddress,
  urgency: Urgency,
  /** Devices that can open the body. */
  sealedTo: v.pipe(v.array(DeviceId), v.maxLength(64)),
  body: v.pipe(v.string(), v.minLength(1), v.maxBytes(bodyMaxBytes)),
});

/** SHA-256 of an envelope's bytes as sent, 64 hexadecimal digits. */
export type Digest = v.InferOutput<typeof Digest>;
export const Digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand("Digest"));

/** What the sender of a thread says when taking it back. */
export type WithdrawalContent = v.InferOutput<typeof WithdrawalContent>;
export const WithdrawalContent = v.strictObject({
  schema: v.literal("withdrawal/1"),
  withdraws: EnvelopeId,
  writtenAt: v.string(),
});
