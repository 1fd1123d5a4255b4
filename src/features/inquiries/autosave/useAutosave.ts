import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import type { Kept } from "#sealing/records/privateRecords.ts";
import { findDraft, findReplyDraft, saveDraft, saveReplyDraft } from "#sealing/records/records.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { createKeeper, type KeeperRecords, type SaveState } from "./createKeeper.ts";

type Autosaved<T extends { readonly draft: object }> = {
  readonly record: T;
  readonly saveState: SaveState;
  /** Returns the record with every change so far, even those not rendered yet. */
  readonly newest: () => T;
  readonly change: (part: Partial<T>) => void;
  readonly changeDraft: (part: Partial<T["draft"]>) => void;
  /**
   * Saves at the person's request: overwrites another window's version, or restores a deleted
   * record.
   */
  readonly saveAgain: () => void;
  /** Resolves once everything typed is on the disk, or has failed to be saved. */
  readonly flush: () => Promise<void>;
};

/**
 * Saves a record as it is typed: every change is sealed and written at once, in the event that made
 * it, and before the device is locked. `live` is the saved record; a change from another window is
 * adopted while no change of this window waits.
 */
const useAutosave = <T extends { readonly draft: object; readonly changedAt: Instant }>(
  live: Kept<T>,
  records: KeeperRecords<T>,
): Autosaved<T> => {
  const deps = useSealing();
  const [record, setRecord] = useState(live.value);
  const [saveState, setSaveState] = useState<SaveState>(() => keptAs(live));
  const [keeper] = useState(() => createKeeper(deps, records, live.rev, setSaveState));
  const newest = useRef(record);
  const show = (next: T): void => {
    newest.current = next;
    setRecord(next);
  };
  const push = (next: T, isAgain = false): void => {
    show(next);
    setSaveState((last) => (last.type === "failed" ? last : { type: "keeping" }));
    keeper.push(next, isAgain);
  };
  useEffect(() => {
    if (!keeper.isIdle() || live.rev <= keeper.rev()) return;
    keeper.takeRev(live.rev);
    if (live.value.changedAt <= newest.current.changedAt) return;
    show(live.value);
    setSaveState(keptAs(live));
  }, [keeper, live]);
  useEffect(() => deps.vault.beforeLock(keeper.flush), [deps.vault, keeper]);
  const change = (part: Partial<T>): void =>
    push({ ...newest.current, ...part, changedAt: msToInstant(Date.now()) });
  return {
    record,
    saveState,
    newest: () => newest.current,
    change,
    changeDraft: (part) =>
      change({ ...newest.current, draft: { ...newest.current.draft, ...part } }),
    saveAgain: () => push(newest.current, true),
    flush: keeper.flush,
  };
};

const keptAs = ({ value, rev }: Kept<{ readonly changedAt: Instant }>): SaveState =>
  rev === 0 ? { type: "untouched" } : { type: "kept", at: value.changedAt };

/**
 * The draft that a form shows. It stays on the screen even if the device has deleted it or can't
 * read it. Until anything is saved, `begun` is used instead.
 */
export const useShown = <T>(kept: Kept<T> | undefined, begun?: Kept<T>): Kept<T> | undefined => {
  const [shown, setShown] = useState<Kept<T> | undefined>(undefined);
  const live = kept ?? (shown ? undefined : begun);
  if (live && live.rev !== shown?.rev) setShown(live);
  return shown;
};

export type InquiryDraftEditor = Autosaved<InquiryRecord>;

/** Edits an inquiry draft and saves it as it is typed. */
export const useInquiryDraft = (live: Kept<InquiryRecord>): InquiryDraftEditor =>
  useAutosave(live, { find: (deps) => findDraft(deps, live.value.id), save: saveDraft });

export type ReplyEditor = Autosaved<ReplyRecord>;

/** Gives all parts of the inquiry form the editor to write to. */
export const InquiryEditorContext = createContext<InquiryDraftEditor | null>(null);

/** Returns the editor of the current inquiry draft; throws outside of its form. */
export const useInquiryEditor = (): InquiryDraftEditor => {
  const editor = useContext(InquiryEditorContext);
  if (!editor) throw new Error("no inquiry is written above this component");
  return editor;
};

/** Edits a reply draft and saves it as it is typed; nothing is saved before anything is typed. */
export const useReplyDraft = (live: Kept<ReplyRecord>): ReplyEditor => {
  const { thread, desk } = live.value;
  return useAutosave(live, {
    find: (deps) => findReplyDraft(deps, { id: thread, desk }),
    save: saveReplyDraft,
  });
};
