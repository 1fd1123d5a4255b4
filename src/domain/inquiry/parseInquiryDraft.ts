import * as v from "valibot";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { utf8Bytes } from "#domain/text.ts";
import { InquiryContent, inquiryMaxBytes } from "./inquiry.ts";
import {
  type InquiryDraft,
  type InquiryStep,
  inquirySteps,
  listMissingParts,
  type MissingPart,
} from "./inquiryDraft.ts";
import { draftToParts } from "./inquiryParts.ts";

/** Converts a draft to an inquiry, or lists every missing part, in the form's order. */
export const parseInquiryDraft = (
  draft: InquiryDraft,
  now: Instant,
): Result<InquiryContent, readonly MissingPart[]> => {
  const missing = listMissingParts(draft);
  if (missing.length > 0) return err(missing);
  const filled = { ...draftToParts(draft, now), nationalSecurityConfirmed: true };
  const parsed = v.safeParse(InquiryContent, filled);
  if (parsed.success) return ok(parsed.output);
  // Each field was checked above, so only the total size can be wrong.
  const overBytes = utf8Bytes(JSON.stringify(filled)) - inquiryMaxBytes;
  return err([{ type: "inquiryTooLong", step: "incident", field: "nature", overBytes }]);
};

export type StepPlan = {
  readonly step: InquiryStep;
  /** `fixed`: nothing is typed in this step. */
  readonly state: "complete" | "incomplete" | "fixed";
  readonly missing: readonly MissingPart[];
};

/** Lists the five steps and the review, each with what is still missing in it. */
export const planInquirySteps = (draft: InquiryDraft, now: Instant): readonly StepPlan[] => {
  const parsed = parseInquiryDraft(draft, now);
  const all = parsed.ok ? [] : parsed.error;
  return inquirySteps.map((step) => {
    const missing = all.filter((part) => part.step === step);
    if (step === "invocation") return { step, state: "fixed", missing };
    return { step, state: missing.length === 0 ? "complete" : "incomplete", missing };
  });
};
