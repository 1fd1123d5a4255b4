import type { OutboxEntry } from "#domain/envelope/outboxEntry.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { ok, type Result } from "#domain/result.ts";
import { placeToKey, type ThreadPlace, type ThreadRecord } from "#domain/thread/thread.ts";
import { summarizeThread, type ThreadSummary } from "#domain/thread/threadSummary.ts";
import { createThreadSources } from "#features/inquiries/opened/planThread.ts";
import { openRows, type PrivateList } from "#sealing/records/privateRecords.ts";
import { openSummaries, saveSummaries } from "#sealing/records/threadSummaries.ts";
import type { RowUnreadable, VaultLocked } from "#sealing/vault/rowCodec.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import type { Vault } from "#sealing/vault/vault.ts";
import type { TouchedRow } from "#storage/database.ts";
import type { ArrivedEnvelope } from "#storage/feed/arrived.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import {
  findThreadsInFull,
  listThreadPlaces,
  type ThreadListRows,
} from "#storage/threads/threadListRows.ts";

/** The content of the list of all threads. */
export type OpenedList = {
  readonly summaries: readonly ThreadSummary[];
  /** The records of the threads that `troubled` names. */
  readonly records: readonly ThreadRecord[];
  readonly troubled: readonly ArrivedEnvelope[];
  readonly drafts: PrivateList<InquiryRecord>;
  readonly replying: readonly ThreadPlace[];
  readonly outbox: readonly OutboxEntry[];
  /** Some of the summaries are not saved yet. */
  readonly hasNew: boolean;
  /** Threads that can't be opened. */
  readonly unreadable: readonly RowUnreadable[];
};

/** The number of threads to open before the page gets a turn. */
const sliceSize = 40;

/**
 * Opens the list from its saved summaries, and makes a new summary for each thread whose own is
 * missing or may be out of date.
 */
export const openThreadList = async (
  deps: PrivateDeps,
  rows: ThreadListRows,
): Promise<Result<OpenedList, StorageError | VaultLocked>> => {
  const [saved, drafts, first] = [
    await openSummaries(deps.vault, rows.summaries),
    await openRows(deps.vault, "draft", rows.drafts),
    await summarizeRows(deps.vault, rows),
  ];
  if (!saved.ok) return saved;
  if (!drafts.ok) return drafts;
  if (!first.ok) return first;
  const current = withoutFresh(saved.value, rows.fresh);
  const checked = await checkSummaries(deps, rows, current);
  if (!checked.ok) return checked;
  const rest = await summarizeMissing(deps, checked.value.missing);
  if (!rest.ok) return rest;
  const made = [first.value, rest.value];
  const summaries = [...checked.value.summaries, ...made.flatMap((each) => each.summaries)];
  const { troubled, replying, outbox } = rows;
  return ok({
    summaries,
    records: first.value.records,
    troubled,
    drafts: drafts.value,
    replying,
    outbox,
    hasNew: rest.value.summaries.length > 0,
    unreadable: made.flatMap((each) => each.unreadable),
  });
};

type Summarized = {
  readonly summaries: readonly ThreadSummary[];
  readonly records: readonly ThreadRecord[];
  readonly unreadable: readonly RowUnreadable[];
};

const summarizeRows = async (
  vault: Vault,
  rows: Pick<ThreadListRows, "threads" | "outbox" | "sent" | "notices">,
): Promise<Result<Summarized, VaultLocked>> => {
  const opened = await openRows(vault, "thread", rows.threads);
  if (!opened.ok) return opened;
  const { kept, unreadable } = opened.value;
  const records = kept.map(({ value }) => value);
  const toSources = createThreadSources(rows);
  const summaries = records.map((record) => summarizeThread(record, toSources(record)));
  return ok({ summaries, records, unreadable });
};

type SummariesByKey = ReadonlyMap<string, ThreadSummary>;

const withoutFresh = (summaries: SummariesByKey, fresh: readonly ThreadPlace[]): SummariesByKey => {
  const isFresh = new Set(fresh.map(placeToKey));
  return new Map([...summaries].filter(([key]) => !isFresh.has(key)));
};

type CheckedSummaries = {
  readonly summaries: readonly ThreadSummary[];
  /** Threads that have no summary. */
  readonly missing: readonly ThreadPlace[];
};

/** If there are as many summaries as threads, each thread has one. Otherwise they are compared. */
const checkSummaries = async (
  { database }: PrivateDeps,
  { threads, threadCount }: ThreadListRows,
  summaries: SummariesByKey,
): Promise<Result<CheckedSummaries, StorageError>> => {
  if (summaries.size + threads.length === threadCount) {
    return ok({ summaries: [...summaries.values()], missing: [] });
  }
  const places = await tryStorage(() => listThreadPlaces(database));
  if (!places.ok) return places;
  const opened = new Set(threads.map(({ id }) => id));
  const existing = new Set(places.value.map(placeToKey));
  return ok({
    summaries: [...summaries].flatMap(([key, summary]) => (existing.has(key) ? [summary] : [])),
    missing: places.value.filter((place) => {
      const key = placeToKey(place);
      return !summaries.has(key) && !opened.has(key);
    }),
  });
};

const summarizeMissing = async (
  { database, vault }: PrivateDeps,
  places: readonly ThreadPlace[],
): Promise<Result<Omit<Summarized, "records">, StorageError | VaultLocked>> => {
  const summaries: ThreadSummary[] = [];
  const unreadable: RowUnreadable[] = [];
  for (let at = 0; at < places.length; at += sliceSize) {
    const slice = places.slice(at, at + sliceSize);
    const rows = await tryStorage(() => findThreadsInFull(database, slice));
    if (!rows.ok) return rows;
    const made = await summarizeRows(vault, rows.value);
    if (!made.ok) return made;
    summaries.push(...made.value.summaries);
    unreadable.push(...made.value.unreadable);
  }
  return ok({ summaries, unreadable });
};

/**
 * Saves new summaries for the next time. A thread with something in the outbox is skipped, because
 * it changes with every try; it stays marked as touched until its outbox is empty. A failure costs
 * only time.
 */
export const keepThreadSummaries = async (
  deps: PrivateDeps,
  rows: ThreadListRows,
  { summaries, hasNew }: Pick<OpenedList, "summaries" | "hasNew">,
): Promise<void> => {
  const waiting = new Set(
    rows.outbox.map(({ thread: id, from: desk }) => placeToKey({ id, desk })),
  );
  const settles = ({ id, desk }: TouchedRow): boolean => !waiting.has(placeToKey({ id, desk }));
  const touched = rows.touched.filter(settles);
  if (touched.length === 0 && !hasNew) return;
  const kept = summaries.filter((summary) => !waiting.has(placeToKey(summary)));
  await saveSummaries(deps, rows.summaries, kept, touched);
};
