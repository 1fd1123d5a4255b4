import type { ThreadId } from "#domain/envelope/envelope.ts";
import type { WhileClosed } from "#domain/envelope/sending.ts";
import type { Instant } from "#domain/instant.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import { type ReadyDesks, useDesks } from "#features/inquiries/desks/useDesks.ts";
import type { LivePrivate } from "#sealing/records/usePrivates.ts";
import { findInquiryRows, findThreadRows } from "#storage/threads/threadRows.ts";
import { useNow } from "#words/useNow.ts";
import {
  type OpenedInquiryRows,
  type OpenedRows,
  openInquiryRows,
  openThreadRows,
  planThread,
  type ThreadPlan,
} from "./planThread.ts";
import { useOpened } from "./useOpened.ts";

export type FoundThread =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: { readonly type: string } }
  /** It is still being written, or being written again. */
  | { readonly type: "draft" }
  | { readonly type: "none" }
  | {
      readonly type: "ready";
      readonly plan: ThreadPlan;
      readonly desks: ReadyDesks;
      readonly now: Instant;
    };

/** One thread with everything its screens show. */
export const useThread = (place: ThreadPlace): FoundThread => {
  const desks = useDesks();
  const rows = useThreadRows(place);
  const { now } = useNow();
  if (desks.type === "failed") return desks;
  if (rows.type === "failed") return rows;
  if (desks.type === "loading" || rows.type !== "ready") return { type: "loading" };
  const plan = planThread(rows.value, now, whileClosedHere());
  if (plan) return { type: "ready", plan, desks, now };
  const [error] = rows.value.threads.unreadable;
  if (error) return { type: "failed", error };
  return rows.value.drafts.kept.length > 0 ? { type: "draft" } : { type: "none" };
};

/** The rows of one thread, read again whenever anything about it changes. */
const useThreadRows = (place: ThreadPlace): LivePrivate<OpenedRows> =>
  useOpened(
    (database) => findThreadRows(database, place),
    openThreadRows,
    `thread ${placeToKey(place)}`,
  );

/** The rows of an inquiry that was begun on this device. */
export const useInquiryRows = (id: ThreadId): LivePrivate<OpenedInquiryRows> =>
  useOpened((database) => findInquiryRows(database, id), openInquiryRows, `inquiry ${id}`);

/** Only Chromium has Background Sync; elsewhere a closed app sends nothing, and the status says so. */
export const whileClosedHere = (): WhileClosed =>
  "SyncManager" in window && "serviceWorker" in navigator ? "goesByItself" : "goesWhenOpened";
