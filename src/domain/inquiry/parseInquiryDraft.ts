import * as v from "valibot";
import type { Instant } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { InquiryContent, inquiryMaxBytes, utf8Bytes } from "./inquiry.ts";
import type { InquiryDraft } from "./inquiryDraft.ts";
import { draftToParts } from "./inquiryParts.ts";
import { listMissingParts } from "./listMissingParts.ts";
import type { MissingPart } from "./missingPart.ts";

/** A draft to an inquiry that can go, or every part that is missing, in the order of the form. */
export const parseInquiryDraft = (
  draft: InquiryDraft,
  now: Instant,
): Result<InquiryContent, readonly MissingPart[]> => {
  const missing = listMissingParts(draft);
  if (missing.length > 0) return err(missing);
  const filled = { ...draftToParts(draft, now), nationalSecurityConfirmed: true };
  const parsed = v.safeParse(InquiryContent, filled);
  if (parsed.success) return ok(parsed.output);
  // All else was looked at above, field by field: what is left is the size of the whole.
  const overBytes = utf8Bytes(JSON.stringify(filled)) - inquiryMaxBytes;
  return err([{ type: "inquiryTooLong", step: "incident", field: "nature", overBytes }]);
};
