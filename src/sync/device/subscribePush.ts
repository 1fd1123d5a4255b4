import * as v from "valibot";
import { PushTarget } from "#protocol/subscription.ts";
import { unsubscribePush } from "#storage/device/erasePrivateData.ts";
import { withinMs } from "#storage/withinMs.ts";

/** The part of a browser's `PushManager` that we use, in a page or a worker. */
export type PushSubscriber = {
  subscribe(options: {
    readonly userVisibleOnly: boolean;
    readonly applicationServerKey: string;
  }): Promise<BrowserSubscription>;
};

/** Behind a firewall that drops packets, the browser would wait for its push service forever. */
const subscribeMs = 15_000;

/**
 * Subscribes the browser to pushes by the holder of this key, and by nobody else. Undefined if the
 * browser has no push service, or did not reach it.
 */
export const subscribePush = async (
  manager: PushSubscriber,
  key: string,
): Promise<PushTarget | undefined> => {
  try {
    const subscription = await withinMs(subscribeMs, subscribeTo(manager, key));
    return subscription && toPushTarget(subscription);
  } catch {
    return undefined;
  }
};

const subscribeTo = async (manager: PushSubscriber, key: string): Promise<BrowserSubscription> => {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== "InvalidStateError") throw cause;
    // It is subscribed with the key of an earlier endpoint.
    await unsubscribePush();
    return manager.subscribe(options);
  }
};

/** A browser's subscription, as far as we read it. */
export type BrowserSubscription = { toJSON(): PushSubscriptionJSON };

/** A browser's subscription as the endpoint takes it; undefined if it has no keys. */
export const toPushTarget = (subscription: BrowserSubscription): PushTarget | undefined => {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  const parsed = v.safeParse(PushTarget, { endpoint, keys: { p256dh, auth } });
  return parsed.success ? parsed.output : undefined;
};
