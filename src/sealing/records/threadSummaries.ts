import { ok, type Result } from "#domain/result.ts";
import { placeToKey } from "#domain/thread/thread.ts";
import type { ThreadSummary } from "#domain/thread/threadSummary.ts";
import type { VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { PrivateRow, TouchedRow } from "#storage/database.ts";
import type { PrivateWrite } from "#storage/privates/privates.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { saveSummaries as saveRows } from "#storage/threads/threadListRows.ts";
import { createPrivateRecords, openRows } from "./privateRecords.ts";

/**
 * A digest of all rules in `src/domain`, inserted by the build: summaries made by older rules are
 * made again.
 */
declare const domainDigest: string;

const records = createPrivateRecords("summaries", ({ desk }) => ({
  id: desk,
  desk,
}));

/**
 * Opens summaries, by the place of their thread; leaves out those made by other rules and those
 * that can't be opened.
 */
export const openSummaries = async (
  vault: Vault,
  rows: readonly PrivateRow[],
): Promise<Result<ReadonlyMap<string, ThreadSummary>, VaultLocked>> => {
  const opened = await openRows(vault, "summaries", rows);
  if (!opened.ok) return opened;
  const threads = opened.value.kept.flatMap(({ value }) =>
    value.rules === domainDigest ? value.threads : [],
  );
  return ok(new Map(threads.map((summary) => [placeToKey(summary), summary])));
};

/**
 * Saves summaries in place of those in `rows`, and removes the touched marks in `made`, which they
 * now cover.
 */
export const saveSummaries = async (
  { database, vault }: PrivateDeps,
  rows: readonly PrivateRow[],
  threads: readonly ThreadSummary[],
  made: readonly TouchedRow[],
): Promise<Result<boolean, StorageError | VaultLocked>> => {
  const writes: PrivateWrite[] = [];
  const desks = new Set([
    ...threads.map(({ desk }) => desk),
    ...rows.flatMap((row) => row.desk ?? []),
  ]);
  for (const desk of desks) {
    const ofDesk = threads.filter((summary) => summary.desk === desk);
    const rev = rows.find((row) => row.desk === desk)?.rev ?? 0;
    const write = await records.planWrite(
      vault,
      { desk, rules: domainDigest, threads: ofDesk },
      rev,
    );
    if (!write.ok) return write;
    writes.push(write.value);
  }
  return tryStorage(() => saveRows(database, writes, made));
};
