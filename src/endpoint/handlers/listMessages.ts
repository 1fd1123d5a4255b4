import type { Epoch } from "#domain/envelope/receipt.ts";
import { isOfDesk } from "#endpoint/http/admit.ts";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { parseQuery } from "#endpoint/http/readRequest.ts";
import type { StoredFeedRow } from "#endpoint/store/store.ts";
import { type FeedAnswer, FeedQuery, type FeedRow } from "#protocol/messages.ts";
import { createReceipt } from "./createReceipt.ts";
import type { DeskHandler } from "./handler.ts";

/**
 * `GET /v1/messages`: a page of the caller's own desk's feed, in order [S8]. Asking for what comes
 * after a row that it was given tells that row's sender that it is delivered.
 */
export const listMessages: DeskHandler = async ({ store, clock, limits }, context, caller) => {
  const query = parseQuery(FeedQuery, new URL(context.req.url).searchParams);
  if (!query.ok) return refuse(query.error);
  const { desk, after, limit } = query.value;
  if (!isOfDesk(caller, desk)) return refuse({ type: "forbidden" });

  const { device } = caller.enrolment;
  const maxBytes = limits.pageMaxBytes;
  const page = await store.readFeed({ desk, device, after, limit, maxBytes, at: clock() });
  const { epoch } = store;
  const content: FeedAnswer = {
    epoch,
    desk,
    rows: page.rows.map((row) => rowToAnswer(row, epoch)),
    next: page.rows.at(-1)?.position ?? after,
    more: page.more,
  };
  return answer(200, content);
};

const rowToAnswer = (row: StoredFeedRow, epoch: Epoch): FeedRow => {
  if (row.type !== "envelope") return row;
  const { type, position, text, held } = row;
  return { type, position, bytes: text, receipt: createReceipt(held, epoch) };
};
