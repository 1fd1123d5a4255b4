import { err, ok, type Result } from "#domain/result.ts";
import { readPlatform } from "#features/device/install/readPlatform.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { subscribePush, toPushTarget } from "#sync/device/subscribePush.ts";
import type { AskError, NoticeOffer } from "#sync/useSync.ts";
import type { NoticeDesk } from "./noticeDesks.ts";

/** Whether this browser receives push messages, or could. */
export type BrowserPush =
  | { readonly type: "missing" }
  /** On an iPhone or iPad a page in the browser can't receive them; the home screen app can. */
  | { readonly type: "needsHomeScreen" }
  /** The person, or the device, has forbidden notifications. */
  | { readonly type: "denied" }
  | { readonly type: "off" }
  | { readonly type: "on"; readonly target: PushTarget };

export type PushError = { readonly type: "pushDenied" } | { readonly type: "pushFailed" };

/** Reads the browser's current state without asking the person. */
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
 * Subscribes the browser to push messages from the holder of this key, and from nobody else. Asks
 * the person if they were never asked, so call it only for a tap.
 */
export const subscribeBrowser = async (key: string): Promise<Result<PushTarget, PushError>> => {
  // Must be first: Safari and Firefox ask only directly after the tap.
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

/** The current state of push messages to this device, and what the person can do about it. */
export type PushState =
  | { readonly type: "reading" }
  | { readonly type: "on" }
  | { readonly type: "off"; readonly key: string }
  | { readonly type: "missing" | "needsHomeScreen" | "denied" | "notOffered" }
  /** The endpoint was not reached, or gave another answer. */
  | { readonly type: "unknown"; readonly error: AskError };

export type PushFacts = {
  readonly browser: BrowserPush | undefined;
  readonly offer: Result<NoticeOffer, AskError> | undefined;
  readonly desks: readonly Pick<NoticeDesk, "subscribed">[];
};

/**
 * Plans the state to show: "on" only if the browser says so and the endpoint has confirmed it for
 * each desk and this very browser.
 */
export const planPushState = (facts: PushFacts): PushState => {
  const { browser, offer, desks } = facts;
  if (!browser) return { type: "reading" };
  if (browser.type !== "on" && browser.type !== "off") return browser;
  // An endpoint that no longer offers push messages does not keep its earlier promise.
  if (offer?.ok && !offer.value.push) return { type: "notOffered" };
  const endpoint = browser.type === "on" ? browser.target.endpoint : undefined;
  const isHeld = desks.every(({ subscribed }) => subscribed?.pushEndpoint === endpoint);
  if (endpoint !== undefined && desks.length > 0 && isHeld) return { type: "on" };
  if (!offer) return { type: "reading" };
  if (!offer.ok) return { type: "unknown", error: offer.error };
  return offer.value.push ? { type: "off", key: offer.value.push.key } : { type: "notOffered" };
};
