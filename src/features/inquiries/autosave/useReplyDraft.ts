import type { ReplyDraft, ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { findReplyDraft, saveReplyDraft } from "#sealing/records/replyDrafts.ts";
import { type Autosaved, useAutosave } from "./useAutosave.ts";

export type ReplyEditor = Autosaved<ReplyRecord> & {
  readonly changeDraft: (part: Partial<ReplyDraft>) => void;
};

/** A reply that is being written, kept as it is typed; nothing is kept before anything is typed. */
export const useReplyDraft = (live: Kept<ReplyRecord>): ReplyEditor => {
  const { thread, desk } = live.value;
  const editor = useAutosave(live, {
    find: (deps) => findReplyDraft(deps, { id: thread, desk }),
    save: saveReplyDraft,
  });
  const changeDraft = (part: Partial<ReplyDraft>): void =>
    editor.change({ draft: { ...editor.newest().draft, ...part } });
  return { ...editor, changeDraft };
};
