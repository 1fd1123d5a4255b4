import * as v from "valibot";
import { type DeskAddress, DeskId } from "#domain/desk.ts";
import {
  type DeviceId,
  type EnvelopeId,
  type EnvelopeKind,
  ThreadId,
} from "#domain/envelope/envelope.ts";
import type { Receipt } from "#domain/envelope/receipt.ts";
import type { Instant } from "#domain/instant.ts";
import type { Letter } from "#domain/letter/letter.ts";
import type { ClosingReason } from "#domain/letter/replies.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";

/** One letter of a thread as this device keeps it under its data key. */
export type KeptLetter = {
  readonly letter: Letter;
  /** The text as its author signed it; handed over unchanged to a colleague's device. */
  readonly signed: SignedFile;
  /** Its position in the desk's feed; null until the feed includes it (own, queued). */
  readonly position: number | null;
  /** The endpoint's receipt; null while the endpoint is not known to hold the letter. */
  readonly receipt: Receipt | null;
  /** When this device queued it; null for letters that others wrote. */
  readonly queuedAt: Instant | null;
};

/** All letters of a thread that this desk could open, the desk's own ones among them. */
export type ThreadRecord = {
  readonly id: ThreadId;
  /** The one of this device's desks that the thread belongs to. */
  readonly desk: DeskId;
  readonly letters: readonly KeptLetter[];
};

/** One desk's view of a thread: a device that serves both of its desks keeps two. */
export type ThreadPlace = Pick<ThreadRecord, "id" | "desk">;

/** Returns a unique key for a place; the thread comes first, so that both views sort together. */
export const placeToKey = ({ id, desk }: ThreadPlace): string => `${id}/${desk}`;

/** Lists each place once, without any other properties. */
export const distinctPlaces = (places: readonly ThreadPlace[]): readonly ThreadPlace[] => [
  ...new Map(places.map(({ id, desk }) => [placeToKey({ id, desk }), { id, desk }])).values(),
];

/** Converts a key to its place; undefined for a malformed key. */
export const keyToPlace = (key: string): ThreadPlace | undefined => {
  const at = key.indexOf("/");
  const id = v.safeParse(ThreadId, key.slice(0, at));
  const desk = v.safeParse(DeskId, key.slice(at + 1));
  return id.success && desk.success ? { id: id.output, desk: desk.output } : undefined;
};

/** Why an arrival is not shown as a letter; the reason is shown instead. */
export type ArrivalProblem =
  /** Sealed to other devices of the desk, before this one joined. */
  | { readonly type: "notSealedToUs" }
  /** Truncated or changed in transit. */
  | { readonly type: "sealBroken" }
  | { readonly type: "signatureBroken" }
  | { readonly type: "letterMalformed" }
  /** Its signed text names another thread or desk than its envelope. */
  | { readonly type: "readdressed" }
  | { readonly type: "authorUnknown" }
  | { readonly type: "authorOfOtherDesk" };

/** `asker`: the desk that wrote the inquiry. */
export type ThreadSide = "asker" | "asked";

/** A notice of the desk's feed about an envelope of the thread. */
export type ThreadNotice = {
  readonly type: "delivered" | "recipientsGone";
  readonly envelope: EnvelopeId;
  readonly device: DeviceId | null;
  readonly at: Instant;
};

/** Who reported that a state was reached. */
type StageSource =
  /** This device, which has queued it. */
  | { readonly type: "device"; readonly envelope: EnvelopeId }
  /** The endpoint, which holds it. */
  | { readonly type: "receipt"; readonly receipt: Receipt }
  /** The endpoint's notice in the feed; `device` is the other desk's device that fetched it. */
  | {
      readonly type: "notice";
      readonly envelope: EnvelopeId;
      readonly device: DeviceId | null;
    }
  | ({ readonly type: "letter" } & LetterMention);

/** Identifies a letter and its author. */
export type LetterMention = {
  readonly envelope: EnvelopeId;
  readonly kind: EnvelopeKind;
  readonly from: DeskAddress;
  /** The device that signed it. */
  readonly author: DeviceId;
  /** Name and affiliation that the letter gives; null for kinds that name nobody (a withdrawal). */
  readonly sender: { readonly name: string; readonly affiliation: string } | null;
  /** The endpoint's clock once it is held, the writing device's until then. */
  readonly at: Instant;
  readonly receipt: Receipt | null;
};

type Reached<T extends string> = {
  readonly type: T;
  readonly at: Instant;
  readonly source: StageSource;
};

/** A state that an inquiry has reached, with its time and who reported it. */
export type Stage =
  | Reached<"queued">
  | Reached<"held">
  | Reached<"delivered">
  | Reached<"acknowledged">
  | Reached<"answered">
  | (Reached<"closed"> & {
      readonly reason: ClosingReason;
      /** Answers and updates that the closer had not seen: closed, but needs a look. */
      readonly unseenByCloser: readonly LetterMention[];
    })
  /** The source's receipt is null until the withdrawal has been sent. */
  | Reached<"withdrawn">;

export type ThreadState =
  | Stage
  /** No inquiry, and no letter about one: nothing to show. A draft is not a thread yet. */
  | { readonly type: "nothing" }
  /** Letters about an inquiry that this device could not open or has not received. */
  | { readonly type: "withoutInquiry" };
