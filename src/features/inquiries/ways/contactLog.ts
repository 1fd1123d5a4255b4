import { useEffect, useState } from "react";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { createSaveQueue, type SaveQueue } from "#features/inquiries/autosave/createKeeper.ts";
import type { FindError, SaveError } from "#sealing/records/privateRecords.ts";
import { findInquiry, saveInquiry } from "#sealing/records/records.ts";
import { type PrivateDeps, useSealing } from "#sealing/vault/useSealing.ts";

/** What a person records about an inquiry: calls, and the other ways it was sent. */
export type ContactLog = Pick<InquiryRecord, "calls" | "otherWays">;

type ContactLogError = SaveError | FindError | { readonly type: "inquiryNotSent" };

/**
 * Saves the contact log of a queued inquiry, never its content or progress. If another window wrote
 * meanwhile, reads the record again, once.
 */
const saveContactLog = async (
  deps: PrivateDeps,
  id: ThreadId,
  log: ContactLog,
): Promise<Result<void, ContactLogError>> => {
  const saved = await saveOver(deps, id, log);
  return !saved.ok && saved.error.type === "privateChanged" ? saveOver(deps, id, log) : saved;
};

const saveOver = async (
  deps: PrivateDeps,
  id: ThreadId,
  { calls, otherWays }: ContactLog,
): Promise<Result<void, ContactLogError>> => {
  const found = await findInquiry(deps, id);
  if (!found.ok) return found;
  if (!found.value) return err({ type: "inquiryNotSent" });
  const { value, rev } = found.value;
  const saved = await saveInquiry(deps, { ...value, calls, otherWays }, rev);
  return saved.ok ? ok(undefined) : saved;
};

/**
 * Edits the contact log of a queued inquiry. It is shown as typed and saved one write at a time,
 * the newest last.
 */
export const useContactLog = (record: InquiryRecord) => {
  const deps = useSealing();
  const [log, setLog] = useState<ContactLog>({ calls: record.calls, otherWays: record.otherWays });
  const [failure, setFailure] = useState<ContactLogError | null>(null);
  const [queue] = useState<SaveQueue<ContactLog>>(() =>
    createSaveQueue(async (value) => {
      const saved = await saveContactLog(deps, record.id, value);
      setFailure(saved.ok ? null : saved.error);
    }),
  );
  useEffect(() => deps.vault.beforeLock(() => queue.flush()), [deps.vault, queue]);
  const change = (next: ContactLog): void => {
    setLog(next);
    queue.push(next);
  };
  return { log, failure, change };
};
