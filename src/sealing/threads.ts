import type { ThreadRecord } from "#domain/threadRecord.ts";
import { createPrivateRecords } from "./privateRecords.ts";

const records = createPrivateRecords<ThreadRecord>("thread", ({ id, desk }) => ({ id, desk }));

/** All letters of each thread that this device could open, its own ones from their queueing on. */
export const listThreads = records.list;
export const findThread = records.find;
/** For a transaction that writes more than this. */
export const planThreadWrite = records.planWrite;
