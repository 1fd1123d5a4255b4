import type { ThreadId } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { keepThreadSummaries, openThreadList } from "#features/inquiries/list/openThreadList.ts";
import { planThreadList } from "#features/inquiries/list/planThreadList.ts";
import { openThreadRows } from "#features/inquiries/opened/planThread.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import {
  findThreadsInFull,
  listThreadListRows,
  listThreadPlaces,
} from "#storage/threads/threadListRows.ts";
import { findThreadRows } from "#storage/threads/threadRows.ts";
import { type TestDevice, valueOf } from "./device.ts";
import { startedAtMs } from "./moments.ts";

const hours = (count: number) => msToInstant(startedAtMs + count * 3_600_000);

/** Before and after all that is said to be late, or to wait too long. */
const moments = [hours(0), hours(2), hours(25), hours(24 * 30)];

/** As the screen does whenever anything changes: shows the list, and saves its summaries. */
export const showAndKeep = async (device: PrivateDeps) => {
  const rows = await listThreadListRows(device.database);
  const list = valueOf(await openThreadList(device, rows));
  await keepThreadSummaries(device, rows, list);
  return { rows, list };
};

/** The list out of what is kept, and the one that is made of every thread's own row. */
export const compareLists = async (device: PrivateDeps) => {
  const rows = await listThreadListRows(device.database);
  const places = await listThreadPlaces(device.database);
  const all = await findThreadsInFull(device.database, places);
  const anew = { ...rows, ...all, summaries: [], fresh: places };
  const lists = [
    valueOf(await openThreadList(device, rows)),
    valueOf(await openThreadList(device, anew)),
  ];
  return lists.map((list) =>
    moments.map((moment) => planThreadList(list, moment, "goesWhenOpened")),
  );
};

/** Everything that the list shows, as a device keeps it. */
export const readList = async (deps: PrivateDeps) =>
  valueOf(await openThreadList(deps, await listThreadListRows(deps.database)));

/** All that one thread's screen shows, as its desk sees it. */
export const readThread = async (device: TestDevice, id: ThreadId) =>
  valueOf(await openThreadRows(device, await findThreadRows(device.database, device.place(id))));
