import { useEffect, useState } from "react";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { createSaveQueue, type SaveQueue } from "#features/inquiries/autosave/createKeeper.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import { findInquiry, saveInquiry } from "#sealing/records/records.ts";
import { type PrivateDeps, useSealing } from "#sealing/vault/useSealing.ts";

export type Notes = Pick<InquiryRecord, "calls" | "otherWays">;

type NotesError = SaveError | FindError | { readonly type: "inquiryNotSent" };

/**
 * Changes what is said about a queued inquiry (calls, other ways), never its content or progress.
 * What another window wrote meanwhile is read again, once.
 */
const saveNotes = async (
  deps: PrivateDeps,
  id: ThreadId,
  notes: Notes,
): Promise<Result<void, NotesError>> => {
  const saved = await saveOver(deps, id, notes);
  return !saved.ok && saved.error.type === "privateChanged" ? saveOver(deps, id, notes) : saved;
};

const saveOver = async (
  deps: PrivateDeps,
  id: ThreadId,
  { calls, otherWays }: Notes,
): Promise<Result<void, NotesError>> => {
  const held = await findInquiry(deps, id);
  if (!held.ok) return held;
  if (!held.value) return err({ type: "inquiryNotSent" });
  const { value, rev } = held.value;
  const saved = await saveInquiry(deps, { ...value, calls, otherWays }, rev);
  return saved.ok ? ok(undefined) : saved;
};

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
