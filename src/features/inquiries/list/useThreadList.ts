import type { Result } from "#domain/result.ts";
import { useOpened } from "#features/inquiries/opened/useOpened.ts";
import type { LivePrivate } from "#sealing/records/usePrivates.ts";
import type { VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { listThreadListRows, type ThreadListRows } from "#storage/threads/threadListRows.ts";
import { keepThreadSummaries, type OpenedList, openThreadList } from "./openThreadList.ts";

/** All threads, opened again whenever anything about them changes. */
export const useThreadList = (): LivePrivate<OpenedList> =>
  useOpened(listThreadListRows, openAndKeep, "threads");

/** Returns the list at once; saving summaries for the next time runs in the background. */
const openAndKeep = async (
  deps: PrivateDeps,
  rows: ThreadListRows,
): Promise<Result<OpenedList, StorageError | VaultLocked>> => {
  const list = await openThreadList(deps, rows);
  if (list.ok) void keepThreadSummaries(deps, rows, list.value);
  return list;
};

/** Opens the summaries, and makes missing ones, in advance. The list itself reports errors. */
export const prepareThreadList = async (deps: PrivateDeps): Promise<void> => {
  const rows = await tryStorage(() => listThreadListRows(deps.database));
  if (!rows.ok) return;
  const list = await openThreadList(deps, rows.value);
  if (list.ok) await keepThreadSummaries(deps, rows.value, list.value);
};
