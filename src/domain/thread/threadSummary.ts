import type { DeskAddress } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Urgency } from "#domain/envelope/urgency.ts";
import type { IncidentKind } from "#domain/inquiry/inquiry.ts";
import type { Instant } from "#domain/instant.ts";
import type { ThreadPlace } from "./thread.ts";
import type { ThreadAttention } from "./threadAttention.ts";
import type { ThreadSide, ThreadState } from "./threadState.ts";
import type { ThreadTurn } from "./threadTurn.ts";

/** What the list says of a thread, without its letters; true until something of it changes. */
export type ThreadSummary = ThreadPlace & {
  readonly other: DeskAddress | null;
  readonly side: ThreadSide | null;
  readonly state: ThreadState["type"];
  readonly turn: ThreadTurn;
  /** Of the inquiry; null while it is not here. */
  readonly kind: IncidentKind | null;
  readonly urgency: Urgency | null;
  readonly attention: readonly ThreadAttention["type"][];
  readonly unreadCount: number;
  /** Past this the promised answer is late; null if none is promised, or it is here. */
  readonly lateFrom: Instant | null;
  /** From here on it is said that no word has come; null where none is waited for. */
  readonly noSignFrom: Instant | null;
  readonly newestAt: Instant;
  /** This device's first letter that the endpoint is not known to hold. */
  readonly unsent: EnvelopeId | null;
  /** The letters between the two desks that the endpoint holds. */
  readonly held: readonly { readonly id: EnvelopeId; readonly at: Instant }[];
};
