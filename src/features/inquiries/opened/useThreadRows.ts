import type { ThreadId } from "#domain/envelope/envelope.ts";
import { placeToKey, type ThreadPlace } from "#domain/thread/thread.ts";
import type { LivePrivate } from "#sealing/records/usePrivates.ts";
import { findInquiryRows, findThreadRows } from "#storage/threads/threadRows.ts";
import {
  type OpenedInquiryRows,
  type OpenedRows,
  openInquiryRows,
  openThreadRows,
} from "./openThreadRows.ts";
import { useOpened } from "./useOpened.ts";

/** One thread, read again whenever anything about it changes. */
export const useThreadRows = (place: ThreadPlace): LivePrivate<OpenedRows> =>
  useOpened(
    (database) => findThreadRows(database, place),
    openThreadRows,
    `thread ${placeToKey(place)}`,
  );

/** What lies here of an inquiry that was begun on this device. */
export const useInquiryRows = (id: ThreadId): LivePrivate<OpenedInquiryRows> =>
  useOpened((database) => findInquiryRows(database, id), openInquiryRows, `inquiry ${id}`);
