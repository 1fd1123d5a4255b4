import { useState } from "react";
import type { InquiryStep } from "#domain/inquiry/inquiryRecord.ts";

/** The steps that the writer has been at and gone on from: there, what is missing may be said. */
export const useLeftSteps = (current: InquiryStep): ReadonlySet<InquiryStep> => {
  const [at, setAt] = useState(current);
  const [left, setLeft] = useState<ReadonlySet<InquiryStep>>(new Set());
  if (at !== current) {
    setAt(current);
    setLeft(new Set([...left, at]));
  }
  return left;
};
