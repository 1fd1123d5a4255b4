import type { Result } from "#domain/result.ts";
import type { AskError, NoticeOffer } from "#sync/useSync.ts";
import type { BrowserPush } from "./browserPush.ts";
import type { NoticeDesk } from "./noticeDesks.ts";

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
