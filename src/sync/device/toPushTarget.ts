import * as v from "valibot";
import { PushTarget } from "#protocol/messages.ts";

/** A browser's subscription, of which only what it says of itself is read. */
export type PushPlace = { toJSON(): PushSubscriptionJSON };

/** Where a browser is pushed to, as the endpoint is told it; undefined if it has no keys. */
export const toPushTarget = (place: PushPlace): PushTarget | undefined => {
  const { endpoint, keys } = place.toJSON();
  const { p256dh, auth } = keys ?? {};
  const parsed = v.safeParse(PushTarget, { endpoint, keys: { p256dh, auth } });
  return parsed.success ? parsed.output : undefined;
};
