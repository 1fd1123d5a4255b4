import type { EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryProgress, InquiryRecord } from "#domain/inquiryRecord.ts";
import { createSampleContent, createSampleDraft, sampleNow } from "../domain/sampleInquiry.ts";

/** A draft under an id that ends in `digit`. */
export const buildRecord = (
  digit: number,
  progress: InquiryProgress = { type: "draft" },
): InquiryRecord => ({
  id: `0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b0${digit}` as ThreadId,
  createdAt: sampleNow,
  changedAt: sampleNow,
  step: "incident",
  draft: createSampleDraft(),
  calls: [],
  otherWays: [],
  progress,
});

export const queuedProgress: InquiryProgress = {
  type: "queued",
  envelopeId: "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b09" as EnvelopeId,
  content: createSampleContent(),
  queuedAt: sampleNow,
};
