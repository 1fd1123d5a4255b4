import type { Instant } from "#domain/instant.ts";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { type ReadyDesks, useDesks } from "#features/inquiries/desks/useDesks.ts";
import { useNow } from "#words/useNow.ts";
import { planThread, type ThreadPlan } from "./planThread.ts";
import { useThreadRows } from "./useThreadRows.ts";
import { whileClosedHere } from "./whileClosedHere.ts";

export type FoundThread =
  | { readonly type: "loading" }
  | { readonly type: "failed"; readonly error: { readonly type: string } }
  /** It is still, or again, being written. */
  | { readonly type: "draft" }
  | { readonly type: "none" }
  | {
      readonly type: "ready";
      readonly plan: ThreadPlan;
      readonly desks: ReadyDesks;
      readonly now: Instant;
    };

/** One thread with all that its screens show, as it stands now. */
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
