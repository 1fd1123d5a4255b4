import type { Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace, type ThreadRecord } from "#domain/thread/thread.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import { createPrivateRecords, type FindError, type Kept } from "./privateRecords.ts";

const records = createPrivateRecords<ThreadRecord>("thread", (record) => ({
  id: placeToKey(record),
  desk: record.desk,
}));

/** All letters of each thread that this device could open, its own ones from their queueing on. */
export const listThreads = records.list;
export const findThread = (
  deps: PrivateDeps,
  place: ThreadPlace,
): Promise<Result<Kept<ThreadRecord> | undefined, FindError>> =>
  records.find(deps, placeToKey(place));
/** For a transaction that writes more than this. */
export const planThreadWrite = records.planWrite;
