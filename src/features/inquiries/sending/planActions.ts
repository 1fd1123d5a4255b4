import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import { mayBeHeld } from "#domain/envelope/outboxEntry.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { replyKinds } from "#domain/letter/replyDraft.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";

type Acted = Pick<ThreadPlan, "record" | "sources" | "status" | "inquiry">;

type TakeBackPlan = {
  readonly what: "inquiry" | "reply";
  /** Shown first: says what may already have been received (S10). */
  readonly explanation:
    | "takeBack.unheld.message"
    | "takeBack.tried.message"
    | "takeBack.held.message";
};

/**
 * Plans how a letter of this device can be taken back, if at all. An inquiry can until it is closed
 * or withdrawn; where it may have been received, a withdrawal follows. A reply can while nobody can
 * have it.
 */
export const planTakeBack = (thread: Acted, envelope: EnvelopeId): TakeBackPlan | undefined => {
  const entry = thread.sources.outbox.find(({ envelopeId }) => envelopeId === envelope);
  if (isOwnInquiry(thread.inquiry, envelope)) {
    const { type } = thread.status.state;
    if (type === "withdrawn" || type === "closed") return undefined;
    return { what: "inquiry", explanation: explainInquiry(thread, entry && mayBeHeld(entry)) };
  }
  const isReply = replyKinds.some((kind) => kind === entry?.kind);
  if (!entry || !isReply || mayBeHeld(entry) || isFollowed(thread, envelope)) return undefined;
  return { what: "reply", explanation: "takeBack.unheld.message" };
};

type DeleteKey =
  | "delete.unheld.message"
  | "delete.tried.message"
  | "delete.held.message"
  | "delete.withdrawn.message";

/**
 * Chooses the explanation shown before a thread that was begun here is deleted from this device.
 */
export const planDelete = ({ sources, status }: Acted): DeleteKey => {
  const { outbox } = sources;
  const { type } = status.state;
  if (type === "withdrawn") {
    return outbox.length > 0 ? "delete.withdrawn.message" : "delete.tried.message";
  }
  if (type !== "queued") return "delete.held.message";
  return outbox.length === 0 || outbox.some(mayBeHeld)
    ? "delete.tried.message"
    : "delete.unheld.message";
};

const isOwnInquiry = (inquiry: InquiryRecord | undefined, envelope: EnvelopeId): boolean =>
  inquiry?.progress.type === "queued" && inquiry.progress.envelopeId === envelope;

/** `isTried` is that of its entry in the outbox, undefined if there is none. */
const explainInquiry = (
  { status }: Acted,
  isTried: boolean | undefined,
): TakeBackPlan["explanation"] => {
  if (status.state.type !== "queued") return "takeBack.held.message";
  return isTried === false ? "takeBack.unheld.message" : "takeBack.tried.message";
};

/** True if a later letter says that its author had seen this one. */
const isFollowed = ({ record }: Acted, envelope: EnvelopeId): boolean =>
  record.letters.some(({ letter }) => letter.kind !== "note" && letter.seen.includes(envelope));
