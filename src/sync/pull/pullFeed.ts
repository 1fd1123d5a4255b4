import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import { listMessages } from "#protocol/messages.ts";
import { findFeedPosition, saveFeedPage } from "#storage/feed/arrived.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { type RevocationDeps, takeRevocation } from "./takeRevocation.ts";

const pageRows = 100;
/** A feed without an end means a broken endpoint; the rest comes with the next pull. */
const maxPages = 1000;

/**
 * Reads a desk's feed from this device's position. S7: each page and its position are saved together;
 * a page that fails changes nothing. S12: in a new epoch it starts again from the beginning.
 */
export const pullFeed = async (
  deps: RevocationDeps & { readonly client: EndpointClient },
  enrolment: Enrolment,
): Promise<void> => {
  const desk = deskToId(enrolment.desk);
  const found = await findFeedPosition(deps.database, desk);
  let epoch = found?.epoch;
  let after = found?.next ?? 0;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await deps.client.call(listMessages, {
      query: { desk, after, limit: pageRows },
      token: enrolment.token,
    });
    if (!answer.ok) return takeRevocation(deps, answer.error);
    if (answer.value.type === "notModified") return;
    const { value } = answer.value;
    if (value.desk !== desk) return;
    const isNewEpoch = epoch !== undefined && value.epoch !== epoch;
    epoch = value.epoch;
    if (isNewEpoch && after > 0) {
      after = 0;
      continue;
    }
    const saved = await saveFeedPage(deps.database, value);
    if (!saved.ok || !value.more || value.next <= after) return;
    after = value.next;
  }
};
