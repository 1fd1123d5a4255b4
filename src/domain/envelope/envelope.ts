import * as v from "valibot";
import { DeskAddress } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";

const uuid = v.pipe(v.string(), v.uuid());

/** A UUID made on the device that wrote the envelope; used to hold each envelope exactly once. */
export type EnvelopeId = v.InferOutput<typeof EnvelopeId>;

export const EnvelopeId = v.pipe(uuid, v.brand("EnvelopeId"));

/** The id of a thread: the id of its first envelope's inquiry. */
export type ThreadId = v.InferOutput<typeof ThreadId>;

export const ThreadId = v.pipe(uuid, v.brand("ThreadId"));

export type DeviceId = v.InferOutput<typeof DeviceId>;

export const DeviceId = v.pipe(uuid, v.brand("DeviceId"));

/**
 * The kinds of letters in envelopes. `note` and `handover` stay within a desk: a note records what
 * was read and whom one engaged at home; a handover gives open threads to a colleague's device that
 * joined later.
 */
const envelopeKinds = [
  "inquiry",
  "withdrawal",
  "acknowledgement",
  "update",
  "answer",
  "closing",
  "note",
  "handover",
] as const;

export type EnvelopeKind = (typeof envelopeKinds)[number];

export const EnvelopeKind = v.picklist(envelopeKinds);

/** Whether letters of a kind stay within their desk; false for a kind that can't be read. */
export const isWithinDesk = (kind: EnvelopeKind | null): boolean =>
  kind === "note" || kind === "handover";

/**
 * The maximum size of a body, which is opaque in transit: an age file in base64, sealed to at most
 * 18 devices.
 */
export const bodyMaxBytes = 96 * 1024;

/** Eight devices and a recovery sheet for each of two desks. */
const maxSealedTo = 18;

/** The only thing that is sent; immutable once it is queued. */
export type Envelope = v.InferOutput<typeof Envelope>;

/** How soon the sender needs a reply. The procedure sets no deadline: these are wishes. */
export const urgencies = ["hours", "day", "week", "none"] as const;

export const Urgency = v.picklist(urgencies);

export const Envelope = v.strictObject({
  id: EnvelopeId,
  thread: ThreadId,
  kind: EnvelopeKind,
  from: DeskAddress,
  to: DeskAddress,
  urgency: Urgency,
  /** Devices that can open the body. */
  sealedTo: v.pipe(v.array(DeviceId), v.minLength(1), v.maxLength(maxSealedTo)),
  /** Checked only to refuse a body that is not sealed (age v1, in base64). */
  body: v.pipe(
    v.string(),
    v.maxBytes(bodyMaxBytes),
    v.regex(/^YWdlLWVuY3J5cHRpb24ub3JnL3Yx[A-Za-z0-9+/]+={0,2}$/),
  ),
});

/** SHA-256 of an envelope's bytes as sent, 64 hexadecimal digits. */
export type Digest = v.InferOutput<typeof Digest>;

export const Digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand("Digest"));

type EnvelopeError = { readonly type: "envelopeUnreadable" };

/** Parses the bytes of an arrived envelope; `envelopeUnreadable` also if its body is not sealed. */
export const parseEnvelope = (bytes: string): Result<Envelope, EnvelopeError> => {
  try {
    const parsed = v.safeParse(Envelope, JSON.parse(bytes));
    return parsed.success ? ok(parsed.output) : err({ type: "envelopeUnreadable" });
  } catch {
    return err({ type: "envelopeUnreadable" });
  }
};

/** Traffic Light Protocol 2.0 (FIRST): a sharing mark, not a classification. Never translated. */
export const sharingMarks = [
  "TLP:RED",
  "TLP:AMBER+STRICT",
  "TLP:AMBER",
  "TLP:GREEN",
  "TLP:CLEAR",
] as const;

export type SharingMark = (typeof sharingMarks)[number];

export const SharingMark = v.picklist(sharingMarks);

export type Urgency = (typeof urgencies)[number];
