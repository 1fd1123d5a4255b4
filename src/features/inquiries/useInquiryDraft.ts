import { useEffect, useRef, useState } from "react";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { type Instant, msToInstant } from "#domain/instant.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { saveInquiryDraft } from "#storage/inquiries.ts";
import { keepInMemory } from "#storage/keptInMemory.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { createSaveQueue, type SaveQueue } from "./saveQueue.ts";

/** What is true of the text on the screen; `kept` only after the write has succeeded. */
export type SaveState =
  | { readonly type: "kept"; readonly at: Instant }
  | { readonly type: "keeping" }
  | { readonly type: "failed"; readonly error: StorageError | { readonly type: "inquiryNoDraft" } };

export type InquiryDraftEditor = {
  readonly record: InquiryRecord;
  readonly saveState: SaveState;
  /** What the last change has made, also before it is rendered. */
  readonly newest: () => InquiryRecord;
  readonly change: (part: Partial<Omit<InquiryRecord, "id">>) => void;
  readonly saveAgain: () => void;
  /** Everything typed is on the disk, or could not be put there. */
  readonly flush: () => Promise<void>;
};

/**
 * Keeps an inquiry as it is typed: every change is written at once, on the event that made it.
 * `live` is what the device keeps; a change from another window is taken over while nothing of
 * this one waits.
 */
export const useInquiryDraft = (live: InquiryRecord): InquiryDraftEditor => {
  const { database } = useDatabase();
  const [record, setRecord] = useState(live);
  const [saveState, setSaveState] = useState<SaveState>({ type: "kept", at: live.changedAt });
  const newest = useRef(record);
  const queue = useRef<SaveQueue<InquiryRecord> | null>(null);
  queue.current ??= createSaveQueue(async (value, isNewest) => {
    const saved = await save(database, value);
    // What was typed meanwhile still waits: "kept" would be said of a text that isn't.
    if (saved.type === "failed" || isNewest()) setSaveState(saved);
  });
  const show = (next: InquiryRecord): void => {
    newest.current = next;
    keepInMemory({ record: next, outbox: [] });
    setRecord(next);
  };
  const push = (next: InquiryRecord): void => {
    show(next);
    setSaveState((held) => (held.type === "failed" ? held : { type: "keeping" }));
    queue.current?.push(next);
  };
  useEffect(() => keepInMemory({ record: newest.current, outbox: [] }), []);
  useEffect(() => {
    if (queue.current?.isIdle() && live.changedAt > newest.current.changedAt) {
      show(live);
      setSaveState({ type: "kept", at: live.changedAt });
    }
  }, [live]);
  return {
    record,
    saveState,
    newest: () => newest.current,
    change: (part) => push({ ...newest.current, ...part, changedAt: msToInstant(Date.now()) }),
    saveAgain: () => push(newest.current),
    flush: () => queue.current?.flush() ?? Promise.resolve(),
  };
};

const save = async (database: EnlaceDatabase, record: InquiryRecord): Promise<SaveState> => {
  const saved = await tryStorage(() => saveInquiryDraft(database, record));
  if (!saved.ok) return { type: "failed", error: saved.error };
  if (!saved.value.ok) return { type: "failed", error: saved.value.error };
  return { type: "kept", at: msToInstant(Date.now()) };
};
