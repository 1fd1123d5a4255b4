import { randomUUID } from "node:crypto";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { createSampleDraft, sampleNow } from "./sampleInquiry.ts";

/** A complete draft under a fresh id. */
export const createSampleRecord = (): InquiryRecord => ({
  id: randomUUID() as ThreadId,
  createdAt: sampleNow,
  changedAt: sampleNow,
  step: "incident",
  draft: createSampleDraft(),
  calls: [],
  otherWays: [],
  progress: { type: "draft" },
});
