import type { Epoch } from "#domain/envelope/receipt.ts";
import { err, ok } from "#domain/result.ts";
import { isOfDesk } from "#endpoint/http/admit.ts";
import type { StoredFeedRow } from "#endpoint/store/store.ts";
import type { FeedRow } from "#protocol/messages.ts";
import { createReceipt } from "./createReceipt.ts";
import type { Handler } from "./handler.ts";

/**
 * `GET /v1/messages`: a page of the caller's own desk's feed, in order [S8]. A device that asks for the
 * rows after one that it was given tells that row's sender that it is delivered.
 */
export const listMessages: Handler<"listMessages"> = async (
  { store, clock, limits },
  { query, caller },
) => {
  const { desk, after, limit } = query;
  if (!isOfDesk(caller, desk)) return err({ type: "forbidden" });

  const { device } = caller.enrolment;
  const maxBytes = limits.pageMaxBytes;
  const page = await store.readFeed({ desk, device, after, limit, maxBytes, at: clock() });
  const { epoch } = store;
  const content = {
    epoch,
    desk,
    rows: page.rows.map((row) => rowToAnswer(row, epoch)),
    next: page.rows.at(-1)?.position ?? after,
    more: page.more,
  };
  return ok({ status: 200, content });
};

const rowToAnswer = (row: StoredFeedRow, epoch: Epoch): FeedRow => {
  if (row.type !== "envelope") return row;
  const { type, position, text, held } = row;
  return { type, position, bytes: text, receipt: createReceipt(held, epoch) };
};
