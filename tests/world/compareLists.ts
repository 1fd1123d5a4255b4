import { msToInstant } from "#domain/instant.ts";
import { keepThreadLines, openThreadList } from "#features/inquiries/list/openThreadList.ts";
import { planThreadList } from "#features/inquiries/list/planThreadList.ts";
import type { PrivateDeps } from "#sealing/vault/useSealing.ts";
import {
  findThreadsInFull,
  listThreadListRows,
  listThreadPlaces,
} from "#storage/threads/threadListRows.ts";
import { valueOf } from "./createTestDevice.ts";
import { startedAtMs } from "./createTestVault.ts";

const hours = (count: number) => msToInstant(startedAtMs + count * 3_600_000);
/** Before and after all that is said to be late, or to wait too long. */
const moments = [hours(0), hours(2), hours(25), hours(24 * 30)];

/** As the screen does whenever anything changes: shows the list, and keeps its lines. */
export const showAndKeep = async (device: PrivateDeps) => {
  const rows = await listThreadListRows(device.database);
  const list = valueOf(await openThreadList(device, rows));
  await keepThreadLines(device, rows, list);
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
