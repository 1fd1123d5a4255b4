import type { DeskId } from "#domain/desk.ts";
import type { Instant } from "#domain/instant.ts";
import type { DeviceId, Digest, EnvelopeId, EnvelopeKind, ThreadId } from "./envelope.ts";

/** Why a try did not end in a receipt, and will be made again (S4). A fact, not a reaction. */
export type PushFailure =
  | { readonly type: "notReached" }
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  | { readonly type: "endpointBusy"; readonly httpStatus: number; readonly retryAfterMs?: number }
  | { readonly type: "receiptMismatch" }
  /** It was held, and the endpoint has lost it: an older copy of its store was restored (S12). */
  | { readonly type: "endpointRestored" };

/**
 * Why trying the same again won't help: the endpoint's own refusal (S4), or what was seen before the
 * push, then without a status (S11): `deskLeft`, `recipientRevoked`.
 */
export type PushRefusal = { readonly type: string; readonly httpStatus: number | null };

/** Where an entry of the outbox stands. A receipt ends it; nothing else does (S3). */
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
      /** Tries in all; the refused one among them, where the endpoint refused it. */
      readonly tries: number;
      readonly refusal: PushRefusal;
    };

/** An envelope on its way out. Its bytes never change; its digests are all that were made of it. */
export type OutboxEntry = {
  readonly envelopeId: EnvelopeId;
  readonly thread: ThreadId;
  readonly kind: EnvelopeKind;
  readonly from: DeskId;
  readonly to: DeskId;
  /** Devices of both desks that can open it. */
  readonly sealedTo: readonly DeviceId[];
  /** Rises with every queued envelope: the order within a thread (S6). */
  readonly sequence: number;
  readonly bytes: string;
  readonly digests: readonly Digest[];
  readonly queuedAt: Instant;
  readonly state: OutboxState;
};

/**
 * S10: whether the endpoint may hold it without our knowing. Before the first try it can't, nor if
 * the first try was refused: that is the endpoint's own word.
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
      // S11 stops an entry before a try: then none of its tries was the refused one.
      return state.tries > (state.refusal.httpStatus === null ? 0 : 1);
  }
};
