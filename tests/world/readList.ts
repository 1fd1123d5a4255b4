import { openThreadList } from "#features/inquiries/list/openThreadList.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { listThreadListRows } from "#storage/threads/threadListRows.ts";
import { valueOf } from "./createTestDevice.ts";

/** Everything that the list shows, as a device keeps it. */
export const readList = async (deps: PrivateDeps) =>
  valueOf(await openThreadList(deps, await listThreadListRows(deps.database)));
