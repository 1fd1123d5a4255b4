import type { ThreadId } from "#domain/envelope/envelope.ts";
import { openThreadRows } from "#features/inquiries/opened/planThread.ts";
import { findThreadRows } from "#storage/threads/threadRows.ts";
import { type TestDevice, valueOf } from "./createTestDevice.ts";

/** All that one thread's screen shows, as its desk sees it. */
export const readThread = async (device: TestDevice, id: ThreadId) =>
  valueOf(await openThreadRows(device, await findThreadRows(device.database, device.place(id))));
