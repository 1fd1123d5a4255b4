import { err, ok, type Result } from "#domain/result.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { subscribePush, toPushTarget } from "#sync/device/subscribePush.ts";
import type { AskError, NoticeOffer } from "#sync/useSync.ts";
import type { NoticeDesk } from "./noticeDesks.ts";

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

/** What is true of pushes to this device now, and what the person can do about it. */
export type PushState =
  | { readonly type: "reading" }
  | { readonly type: "on" }
  | { readonly type: "off"; readonly key: string }
  | { readonly type: "missing" | "needsHomeScreen" | "denied" | "notOffered" }
  /** The endpoint was not reached, or said something else. */
  | { readonly type: "unknown"; readonly error: AskError };

export type PushFacts = {
  readonly browser: BrowserPush | undefined;
  readonly offer: Result<NoticeOffer, AskError> | undefined;
  readonly desks: readonly Pick<NoticeDesk, "subscribed">[];
};

/** "On" only if the browser says so, and the endpoint has said so of each desk for this very browser. */
export const planPushState = (facts: PushFacts): PushState => {
  const { browser, offer, desks } = facts;
  if (!browser) return { type: "reading" };
  if (browser.type !== "on" && browser.type !== "off") return browser;
  // An endpoint that no longer offers it keeps nobody's promise.
  if (offer?.ok && !offer.value.push) return { type: "notOffered" };
  const endpoint = browser.type === "on" ? browser.target.endpoint : undefined;
  const isHeld = desks.every(({ subscribed }) => subscribed?.pushEndpoint === endpoint);
  if (endpoint !== undefined && desks.length > 0 && isHeld) return { type: "on" };
  if (!offer) return { type: "reading" };
  if (!offer.ok) return { type: "unknown", error: offer.error };
  return offer.value.push ? { type: "off", key: offer.value.push.key } : { type: "notOffered" };
};
