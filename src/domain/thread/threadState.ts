import type { DeskAddress } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId, EnvelopeKind } from "#domain/envelope/envelope.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { Instant } from "#domain/instant.ts";
import type { ClosingReason } from "#domain/letter/replies.ts";

/** `asker`: the desk that wrote the inquiry. */
export type ThreadSide = "asker" | "asked";

/** A notice of the desk's feed about an envelope of the thread. */
export type ThreadNotice = {
  readonly type: "delivered" | "recipientsGone";
  readonly envelope: EnvelopeId;
  readonly device: DeviceId | null;
  readonly at: Instant;
};

/** Who says that a state was reached. */
export type StateSource =
  /** This device, which has queued it. */
  | { readonly type: "device"; readonly envelope: EnvelopeId }
  /** The endpoint, which holds it. */
  | { readonly type: "receipt"; readonly receipt: Receipt }
  /** The endpoint's notice in the feed; `device` is the one of the other desk that has it. */
  | {
      readonly type: "notice";
      readonly envelope: EnvelopeId;
      readonly device: DeviceId | null;
    }
  | ({ readonly type: "letter" } & LetterMention);

/** Which letter, and who wrote it. */
export type LetterMention = {
  readonly envelope: EnvelopeId;
  readonly kind: EnvelopeKind;
  readonly from: DeskAddress;
  /** The device that signed it. */
  readonly author: DeviceId;
  /** As the sender signs; null where the kind names nobody (a withdrawal). */
  readonly sender: { readonly name: string; readonly affiliation: string } | null;
  /** The endpoint's clock once it is held, the writing device's until then. */
  readonly at: Instant;
  readonly receipt: Receipt | null;
};

type Reached<T extends string> = {
  readonly type: T;
  readonly at: Instant;
  readonly source: StateSource;
};

/** A state that an inquiry has reached, with its time and who says so. */
export type ReachedState =
  | Reached<"queued">
  | Reached<"held">
  | Reached<"delivered">
  | Reached<"acknowledged">
  | Reached<"answered">
  | (Reached<"closed"> & {
      readonly reason: ClosingReason;
      /** Answers and updates that whoever closed had not seen: closed, but to be looked at. */
      readonly unseenByCloser: readonly LetterMention[];
    })
  /** Its source's receipt is null while the word that takes it back has not gone yet. */
  | Reached<"withdrawn">;

export type ThreadState =
  | ReachedState
  /** No inquiry, and no word about one: nothing to show. A draft is no thread yet. */
  | { readonly type: "nothing" }
  /** Letters about an inquiry that this device could not open, or has not got yet. */
  | { readonly type: "withoutInquiry" };
