import type { EnvelopeId, ThreadId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { InquiryContent } from "./inquiry.ts";
import type { InquiryDraft, InquiryStep } from "./inquiryDraft.ts";
import { contentToParts, draftToParts, type InquiryParts } from "./inquiryParts.ts";

/** The outcome of a telephone call made about an inquiry. */
export type CallLogEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly phone: string;
  readonly outcome: "reached" | "noAnswer" | "leftWord" | "wrongNumber";
  /** Whom the person spoke to, and what was said. */
  readonly note: string;
};

/** An inquiry's progress on this device; its receipts are with the sent envelopes. */
export type InquiryProgress =
  | { readonly type: "draft" }
  | {
      /** Its envelope is in the outbox, or held; the outbox and the sent envelopes show which. */
      readonly type: "queued";
      readonly envelopeId: EnvelopeId;
      readonly content: InquiryContent;
      readonly queuedAt: Instant;
    }
  | {
      /** Taken back after a first attempt to send: a withdrawal follows it (S10). */
      readonly type: "withdrawn";
      readonly envelopeId: EnvelopeId;
      readonly content: InquiryContent;
      readonly queuedAt: Instant;
      readonly withdrawnAt: Instant;
      readonly withdrawalId: EnvelopeId;
    };

/** An inquiry that was written on this device, beginning with its first typed character. */
export type InquiryRecord = {
  readonly id: ThreadId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly step: InquiryStep;
  readonly draft: InquiryDraft;
  readonly calls: readonly CallLogEntry[];
  /** Channels that the person reports having used, with or instead of the endpoint. */
  readonly otherWays: readonly {
    readonly way: "phone" | "email" | "paper";
    readonly at: Instant;
  }[];
  readonly progress: InquiryProgress;
};

/** Returns an inquiry's parts: as it was queued, or as far as its draft is written. */
export const recordToParts = ({ progress, draft, changedAt }: InquiryRecord): InquiryParts =>
  progress.type === "draft" ? draftToParts(draft, changedAt) : contentToParts(progress.content);
