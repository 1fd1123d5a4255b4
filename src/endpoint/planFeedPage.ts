import type { DeskId } from "#domain/desk.ts";
import type { Epoch } from "#domain/receipt.ts";
import type { FeedAnswer, FeedRow } from "#protocol/messages.ts";
import { createReceipt } from "./createReceipt.ts";
import type { StoredFeedRow } from "./store.ts";

export type FeedPageOptions = {
  readonly desk: DeskId;
  readonly after: number;
  readonly limit: number;
  /** Of UTF-8. The first row always goes, however large. */
  readonly maxBytes: number;
  readonly epoch: Epoch;
};

/** The rows that fit a page, the position to ask after next, and whether more wait. */
export const planFeedPage = (
  found: readonly StoredFeedRow[],
  { desk, after, limit, maxBytes, epoch }: FeedPageOptions,
): FeedAnswer => {
  const rows: FeedRow[] = [];
  let sizeBytes = 0;
  for (const { position, text, held } of found.slice(0, limit)) {
    sizeBytes += Buffer.byteLength(text);
    if (rows.length > 0 && sizeBytes > maxBytes) break;
    rows.push({ type: "envelope", position, bytes: text, receipt: createReceipt(held, epoch) });
  }
  const next = rows.at(-1)?.position ?? after;
  return { epoch, desk, rows, next, more: rows.length < found.length };
};
