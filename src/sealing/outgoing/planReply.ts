import { type DeskAddress, idToDesk, isSameDesk } from "#domain/desk.ts";
import type { Urgency } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { ThreadPlace, ThreadRecord } from "#domain/thread/thread.ts";
import { createThreadView } from "#domain/thread/threadView.ts";
import type { FindError } from "#sealing/records/privateRecords.ts";
import { findThread } from "#sealing/records/records.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";

/** Where a letter of a thread goes. */
export type ReplyPlaces = {
  readonly record: ThreadRecord;
  readonly own: DeskAddress;
  readonly other: DeskAddress;
  readonly urgency: Urgency;
};

export type ReplyPlacesError = FindError | { readonly type: "threadUnknown" };

/** The two desks of a thread as its inquiry names them; `threadUnknown` if nothing of it is here. */
export const planReply = async (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<ReplyPlaces, ReplyPlacesError>> => {
  const found = await findThread(deps, place);
  if (!found.ok) return found;
  const record = found.value?.value;
  if (!record) return err({ type: "threadUnknown" });
  const view = createThreadView(record.desk, record.letters, new Map());
  const letter = (view.inquiry ?? view.letters[0])?.kept.letter;
  if (!letter) return err({ type: "threadUnknown" });
  const own = idToDesk(record.desk);
  const other = isSameDesk(letter.from, own) ? letter.to : letter.from;
  return ok({ record, own, other, urgency: letter.urgency });
};
