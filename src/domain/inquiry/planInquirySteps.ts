import type { Instant } from "#domain/instant.ts";
import type { InquiryDraft } from "./inquiryDraft.ts";
import { type InquiryStep, inquirySteps } from "./inquiryRecord.ts";
import type { MissingPart } from "./missingPart.ts";
import { parseInquiryDraft } from "./parseInquiryDraft.ts";

export type StepPlan = {
  readonly step: InquiryStep;
  /** `fixed`: nothing is typed there. */
  readonly state: "complete" | "incomplete" | "fixed";
  readonly missing: readonly MissingPart[];
};

/** The five steps and the review, each with what is still missing in it. */
export const planInquirySteps = (draft: InquiryDraft, now: Instant): readonly StepPlan[] => {
  const parsed = parseInquiryDraft(draft, now);
  const all = parsed.ok ? [] : parsed.error;
  return [...inquirySteps, "review" as const].map((step) => {
    const missing = all.filter((part) => part.step === step);
    if (step === "invocation") return { step, state: "fixed", missing };
    return { step, state: missing.length === 0 ? "complete" : "incomplete", missing };
  });
};
