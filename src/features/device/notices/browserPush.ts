import { err, ok, type Result } from "#domain/result.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import type { PushTarget } from "#protocol/messages.ts";
import { subscribePush, toPushTarget } from "#sync/device/subscribePush.ts";

/** Whether this browser is pushed to, or could be. */
export type BrowserPush =
  | { readonly type: "missing" }
  /** On an iPhone or iPad a browser's page can't be; the app on the home screen can. */
  | { readonly type: "needsHomeScreen" }
  /** The person, or the device, has forbidden notifications. */
  | { readonly type: "denied" }
  | { readonly type: "off" }
  | { readonly type: "on"; readonly target: PushTarget };

export type PushError = { readonly type: "pushDenied" } | { readonly type: "pushFailed" };

/** Reads what the browser has now, and asks nobody anything. */
export const readBrowserPush = async (): Promise<BrowserPush> => {
  const manager = await findPushManager();
  if (!manager || !("Notification" in globalThis)) {
    return { type: readPlatform() === "iosBrowser" ? "needsHomeScreen" : "missing" };
  }
  if (Notification.permission === "denied") return { type: "denied" };
  const subscription = await manager.getSubscription();
  const target = subscription && toPushTarget(subscription);
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
  const manager = await findPushManager().catch(() => undefined);
  const target = manager && (await subscribePush(manager, key));
  return target ? ok(target) : err({ type: "pushFailed" });
};

const findPushManager = async (): Promise<PushManager | undefined> => {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker) return undefined;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration && "pushManager" in registration ? registration.pushManager : undefined;
};
