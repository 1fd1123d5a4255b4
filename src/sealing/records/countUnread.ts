import { ok, type Result } from "#domain/result.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { ListError } from "./privateRecords.ts";
import { listThreads } from "./records.ts";

/**
 * Counts the letters of other desks, in all threads, that nobody at one's own desk has read. Opens
 * every thread.
 */
export const countUnread = async (deps: PrivateDeps): Promise<Result<number, ListError>> => {
  const threads = await listThreads(deps);
  if (!threads.ok) return threads;
  const counts = threads.value.kept.map(({ value }) => listUnread(value).length);
  return ok(counts.reduce((total, count) => total + count, 0));
};
