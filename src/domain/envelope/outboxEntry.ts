import type { DeskId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import type { DeviceId, Digest, EnvelopeId, EnvelopeKind, ThreadId } from "./envelope.ts";

/** Why an attempt did not end in a receipt, and will be repeated (S4). A fact, not a reaction. */
export type PushFailure =
  | { readonly type: "notReached" }
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  | { readonly type: "endpointBusy"; readonly httpStatus: number; readonly retryAfterMs?: number }
  | { readonly type: "receiptMismatch" }
  /** It was held, but the endpoint has lost it: an older copy of its store was restored (S12). */
  | { readonly type: "endpointRestored" };

/**
 * Why repeating the attempt won't help: the endpoint refused it (S4), or a check before the push
 * did, then without a status (S11): `deskLeft`, `recipientRevoked`.
 */
export type PushRefusal = { readonly type: string; readonly httpStatus: number | null };

/** The state of an outbox entry. Only a receipt ends an entry (S3). */
export type OutboxState =
  | { readonly type: "queued" }
  | { readonly type: "onItsWay"; readonly since: Instant; readonly tries: number }
  | {
      readonly type: "waiting";
      readonly tries: number;
      readonly lastTriedAt: Instant;
      readonly dueAt: Instant;
      readonly failure: PushFailure;
    }
  | { readonly type: "paused"; readonly since: Instant; readonly tries: number }
  | {
      readonly type: "needsAttention";
      readonly since: Instant;
      /** All attempts, including the one that the endpoint refused, if it did. */
      readonly tries: number;
      readonly refusal: PushRefusal;
    };

/**
 * An envelope to be sent. Its bytes change only when it is sealed again (S11); `digests` lists the
 * digests of all versions.
 */
export type OutboxEntry = {
  readonly envelopeId: EnvelopeId;
  readonly thread: ThreadId;
  readonly kind: EnvelopeKind;
  readonly from: DeskId;
  readonly to: DeskId;
  /** Devices of both desks that can open it. */
  readonly sealedTo: readonly DeviceId[];
  /** Rises with every queued envelope, which gives the order within a thread (S6). */
  readonly sequence: number;
  readonly bytes: string;
  readonly digests: readonly Digest[];
  readonly queuedAt: Instant;
  readonly state: OutboxState;
};

/**
 * S10: tells whether the endpoint may hold the envelope without our knowledge. It can't before the
 * first attempt, nor if it refused the first attempt itself.
 */
export const mayBeHeld = ({ state }: OutboxEntry): boolean => {
  switch (state.type) {
    case "queued":
      return false;
    case "onItsWay":
      return true;
    case "waiting":
    case "paused":
      return state.tries > 0;
    case "needsAttention":
      // S11 stops an entry before an attempt, so no attempt was refused by the endpoint.
      return state.tries > (state.refusal.httpStatus === null ? 0 : 1);
  }
};
