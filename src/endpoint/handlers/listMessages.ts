import { FeedQuery } from "#protocol/messages.ts";
import { answer, refuse } from "../answer.ts";
import { isOfDesk } from "../authenticate.ts";
import type { Handler } from "../handler.ts";
import { identify } from "../identify.ts";
import { parseQuery } from "../parseRequest.ts";
import { planFeedPage } from "../planFeedPage.ts";

/** `GET /v1/messages`: a page of the caller's own desk's feed, in order [S8]. */
export const listMessages: Handler = async (deps, context) => {
  const { store, limits } = deps;
  const caller = await identify(deps, context.req.raw);
  if (!caller.ok) return refuse(caller.error);
  const query = parseQuery(FeedQuery, new URL(context.req.url).searchParams);
  if (!query.ok) return refuse(query.error);
  const { desk, after, limit } = query.value;
  if (!isOfDesk(caller.value, desk)) return refuse({ type: "forbidden" });

  // One more than asked for tells whether there is more.
  const rows = await store.listFeed(desk, after, limit + 1);
  return answer(
    200,
    planFeedPage(rows, {
      desk,
      after,
      limit,
      maxBytes: limits.pageMaxBytes,
      epoch: store.epoch,
    }),
  );
};
