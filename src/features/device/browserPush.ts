import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PushTarget } from "#protocol/messages.ts";
import { endPush } from "#storage/endPush.ts";
import { readPlatform } from "./readPlatform.ts";

/** Whether this browser is pushed to, or could be. */
export type BrowserPush =
  | { readonly type: "missing" }
  /** On an iPhone or iPad a browser's page can't be; the app on the home screen can. */
  | { readonly type: "needsHomeScreen" }
  /** The person, or the device, has forbidden notifications. */
  | { readonly type: "denied" }
  | { readonly type: "off" }
  | { readonly type: "on"; readonly target: PushTarget };

/** A push service that a firewall swallows is asked for ever. */
const subscribeMs = 15_000;

export type PushError = { readonly type: "pushDenied" } | { readonly type: "pushFailed" };

/** Reads what the browser has now, and asks nobody anything. */
export const readBrowserPush = async (): Promise<BrowserPush> => {
  const manager = await findPushManager();
  if (!manager || !("Notification" in globalThis)) {
    return { type: readPlatform() === "iosBrowser" ? "needsHomeScreen" : "missing" };
  }
  if (Notification.permission === "denied") return { type: "denied" };
  const subscription = await manager.getSubscription();
  const target = subscription && toTarget(subscription);
  const isAllowed = Notification.permission === "granted";
  return target && isAllowed ? { type: "on", target } : { type: "off" };
};

/**
 * Has the browser pushed to by whoever has this key, and by nobody else. Asks the person if they were
 * never asked: only to be called for a tap.
 */
export const subscribeBrowser = async (key: string): Promise<Result<PushTarget, PushError>> => {
  // First of all: Safari and Firefox ask only while the tap is fresh.
  if ((await Notification.requestPermission()) !== "granted") return err({ type: "pushDenied" });
  try {
    const manager = await findPushManager();
    if (!manager) return err({ type: "pushFailed" });
    const target = toTarget(await withinMs(subscribeMs, subscribeTo(manager, key)));
    return target ? ok(target) : err({ type: "pushFailed" });
  } catch {
    // The browser's own push service was not reached, or it has none.
    return err({ type: "pushFailed" });
  }
};

const subscribeTo = async (manager: PushManager, key: string): Promise<PushSubscription> => {
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

const findPushManager = async (): Promise<PushManager | undefined> => {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker) return undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration && "pushManager" in registration ? registration.pushManager : undefined;
};

const toTarget = (subscription: PushSubscription): PushTarget | undefined => {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  const parsed = v.safeParse(PushTarget, { endpoint, keys: { p256dh, auth } });
  return parsed.success ? parsed.output : undefined;
};
