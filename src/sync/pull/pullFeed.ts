import { deskToId } from "#domain/desk.ts";
import type { Enrolment } from "#domain/device/profile.ts";
import { listMessages } from "#protocol/messages.ts";
import { findFeedPosition, saveFeedPage } from "#storage/feed/arrived.ts";
import type { EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { type RevocationDeps, takeRevocation } from "./takeRevocation.ts";

const pageRows = 100;
/** A feed that never ends is a broken endpoint; the rest comes at the next look. */
const maxPages = 1000;

/**
 * Reads a desk's feed from where this device is. S7: each page and its position are kept together;
 * a page that fails changes nothing. S12: in a new epoch it begins again at the start.
 */
export const pullFeed = async (
  deps: RevocationDeps & { readonly client: EndpointClient },
  enrolment: Enrolment,
): Promise<void> => {
  const desk = deskToId(enrolment.desk);
  const held = await findFeedPosition(deps.database, desk);
  let epoch = held?.epoch;
  let after = held?.next ?? 0;
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
