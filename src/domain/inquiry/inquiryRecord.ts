import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { InquiryContent } from "./inquiry.ts";
import type { InquiryDraft, InquiryStep } from "./inquiryDraft.ts";
import { contentToParts, draftToParts, type InquiryParts } from "./inquiryParts.ts";

/** What became of a telephone call made about an inquiry. */
export type CallLogEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly phone: string;
  readonly outcome: "reached" | "noAnswer" | "leftWord" | "wrongNumber";
  /** Whom one spoke to, what was said. */
  readonly note: string;
};

/** How far an inquiry has gone on this device; receipts stand with the envelopes that were sent. */
export type InquiryProgress =
  | { readonly type: "draft" }
  | {
      /** Its envelope is in the outbox, or held: the outbox and the sent envelopes know which. */
      readonly type: "queued";
      readonly envelopeId: EnvelopeId;
      readonly content: InquiryContent;
      readonly queuedAt: Instant;
    }
  | {
      /** Taken back after a first try: a withdrawal follows it (S10). */
      readonly type: "withdrawn";
      readonly envelopeId: EnvelopeId;
      readonly content: InquiryContent;
      readonly queuedAt: Instant;
      readonly withdrawnAt: Instant;
      readonly withdrawalId: EnvelopeId;
    };

/** An inquiry that is written on this device, from its first letter on. */
export type InquiryRecord = {
  readonly id: ThreadId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly step: InquiryStep;
  readonly draft: InquiryDraft;
  readonly calls: readonly CallLogEntry[];
  /** Said by the person: it went by this way, besides or instead of the endpoint. */
  readonly otherWays: readonly {
    readonly way: "phone" | "email" | "paper";
    readonly at: Instant;
  }[];
  readonly progress: InquiryProgress;
};

/** What an inquiry says: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);
