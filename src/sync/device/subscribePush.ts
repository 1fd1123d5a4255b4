import * as v from "valibot";
import { PushTarget } from "#protocol/subscription.ts";
import { endPush } from "#storage/device/leaveDevice.ts";

/** What is asked of a browser's `PushManager`, in a page or a worker. */
export type PushSubscriber = {
  subscribe(options: {
    readonly userVisibleOnly: boolean;
    readonly applicationServerKey: string;
  }): Promise<PushPlace>;
};

/** A push service that a firewall swallows is asked for ever. */
const subscribeMs = 15_000;

/**
 * Has the browser pushed to by whoever has this key, and by nobody else. Undefined if its own push
 * service was not reached, or it has none.
 */
export const subscribePush = async (
  manager: PushSubscriber,
  key: string,
): Promise<PushTarget | undefined> => {
  try {
    return toPushTarget(await withinMs(subscribeMs, subscribeTo(manager, key)));
  } catch {
    return undefined;
  }
};

const subscribeTo = async (manager: PushSubscriber, key: string): Promise<PushPlace> => {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== "InvalidStateError") throw cause;
    // By another key: of an endpoint that was here before.
    await endPush();
    return manager.subscribe(options);
  }
};

const withinMs = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** A browser's subscription, of which only what it says of itself is read. */
export type PushPlace = { toJSON(): PushSubscriptionJSON };

/** Where a browser is pushed to, as the endpoint is told it; undefined if it has no keys. */
export const toPushTarget = (place: PushPlace): PushTarget | undefined => {
  const { endpoint, keys } = place.toJSON();
  const { p256dh, auth } = keys ?? {};
  const parsed = v.safeParse(PushTarget, { endpoint, keys: { p256dh, auth } });
  return parsed.success ? parsed.output : undefined;
};
