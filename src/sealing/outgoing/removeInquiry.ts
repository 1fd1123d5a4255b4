import { deskToId } from "#domain/desk.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import type { Result } from "#domain/result.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { removeWithOutbox } from "#storage/outbox/outbox.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";

/** Deletes an inquiry that was written here, with its thread and whatever of it still waits. */
export const removeInquiry = (
  database: EnlaceDatabase,
  { id, draft }: Pick<InquiryRecord, "id" | "draft">,
): Promise<Result<void, StorageError>> => {
  const own = [
    { kind: "draft", id },
    { kind: "inquiry", id },
  ] as const;
  if (!draft.from) return tryStorage(() => removeWithOutbox(database, undefined, own));
  const place = { id, desk: deskToId(draft.from) };
  const key = placeToKey(place);
  const ofThread = [
    { kind: "thread", id: key },
    { kind: "reply", id: key },
  ] as const;
  return tryStorage(() => removeWithOutbox(database, place, [...own, ...ofThread]));
};
