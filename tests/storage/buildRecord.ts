import { deskToId } from "#domain/desk.ts";
import type { Digest, EnvelopeId, ThreadId } from "#domain/envelope.ts";
import type { InquiryProgress, InquiryRecord } from "#domain/inquiryRecord.ts";
import type { OutboxEntry } from "#domain/outboxEntry.ts";
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

const envelopeId = "0b0c6f6e-56d2-4b3d-9f43-0d2b1b1c6b09" as EnvelopeId;

export const queuedProgress: InquiryProgress = {
  type: "queued",
  envelopeId,
  content: createSampleContent(),
  queuedAt: sampleNow,
};

/** What waits of record 1 once it has that progress. */
export const queuedEntry: OutboxEntry = {
  envelopeId,
  thread: buildRecord(1).id,
  kind: "inquiry",
  from: deskToId(createSampleContent().from),
  to: deskToId(createSampleContent().to),
  sequence: 1,
  bytes: "{}",
  digests: ["a".repeat(64) as Digest],
  queuedAt: sampleNow,
  state: { type: "queued" },
};
