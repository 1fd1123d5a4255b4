import { useEffect, useState } from "react";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { createSaveQueue, type SaveQueue } from "#features/inquiries/autosave/saveQueue.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { type Notes, type NotesError, saveNotes } from "./notes.ts";

/** Notes on a queued inquiry, shown as typed; written one after the other, the newest last. */
export const useNotes = (record: InquiryRecord) => {
  const deps = useSealing();
  const [notes, setNotes] = useState<Notes>({ calls: record.calls, otherWays: record.otherWays });
  const [failure, setFailure] = useState<NotesError | null>(null);
  const [queue] = useState<SaveQueue<Notes>>(() =>
    createSaveQueue(async (value) => {
      const saved = await saveNotes(deps, record.id, value);
      setFailure(saved.ok ? null : saved.error);
    }),
  );
  useEffect(() => deps.vault.beforeLock(() => queue.flush()), [deps.vault, queue]);
  const change = (next: Notes): void => {
    setNotes(next);
    queue.push(next);
  };
  return { notes, failure, change };
};
