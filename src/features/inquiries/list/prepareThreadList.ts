import type { PrivateDeps } from "#sealing/vault/sealingDeps.ts";
import { tryStorage } from "#storage/storageError.ts";
import { listThreadListRows } from "#storage/threads/threadListRows.ts";
import { keepThreadLines, openThreadList } from "./openThreadList.ts";

/**
 * Opens the lines of the list before anybody looks at it, and makes those that are missing. What goes
 * wrong is said by the list itself.
 */
export const prepareThreadList = async (deps: PrivateDeps): Promise<void> => {
  const rows = await tryStorage(() => listThreadListRows(deps.database));
  if (!rows.ok) return;
  const list = await openThreadList(deps, rows.value);
  if (list.ok) await keepThreadLines(deps, rows.value, list.value);
};
