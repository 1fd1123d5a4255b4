import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { findDraft, saveDraft } from "#sealing/records/records.ts";
import { type Autosaved, useAutosave } from "./useAutosave.ts";

export type InquiryDraftEditor = Autosaved<InquiryRecord>;

/** An inquiry that is being written, kept as it is typed. */
export const useInquiryDraft = (live: Kept<InquiryRecord>): InquiryDraftEditor =>
  useAutosave(live, { find: (deps) => findDraft(deps, live.value.id), save: saveDraft });
