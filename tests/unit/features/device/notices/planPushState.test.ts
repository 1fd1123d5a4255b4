import { expect, test } from "vitest";
import { err, ok } from "#domain/result.ts";
import { type PushFacts, planPushState } from "#features/device/notices/browserPush.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import type { Subscribed } from "#storage/database.ts";
import type { NoticeOffer } from "#sync/useSync.ts";

const key = `B${"a".repeat(86)}`;
const target: PushTarget = {
  endpoint: "https://push.example/a",
  keys: { p256dh: key, auth: "a".repeat(22) },
};
const offer = (push: NoticeOffer["push"]) => ok({ push, mail: false } as NoticeOffer);
const held = { subscribed: { pushEndpoint: target.endpoint } as Subscribed };
const elsewhere = { subscribed: { pushEndpoint: "https://push.example/b" } as Subscribed };
const nowhere = { subscribed: undefined };

const facts = (change: Partial<PushFacts>): PushFacts => ({
  browser: { type: "on", target },
  offer: offer({ key }),
  desks: [held],
  ...change,
});

test.each<[string, Partial<PushFacts>, string]>([
  ["on, where browser and endpoint say so for every desk", {}, "on"],
  ["on, while the endpoint isn't reached", { offer: err({ type: "notReached" }) }, "on"],
  ["off, where the endpoint pushes to another place", { desks: [elsewhere] }, "off"],
  ["off, where one desk of two is not told", { desks: [held, nowhere] }, "off"],
  ["off, where the browser dropped it", { browser: { type: "off" } }, "off"],
  ["not offered, whatever was held before", { offer: offer(null) }, "notOffered"],
  ["forbidden", { browser: { type: "denied" } }, "denied"],
  ["missing, whatever the endpoint offers", { browser: { type: "missing" } }, "missing"],
  ["for the home screen", { browser: { type: "needsHomeScreen" } }, "needsHomeScreen"],
  ["unknown", { browser: { type: "off" }, offer: err({ type: "notReached" }) }, "unknown"],
  ["being read", { browser: undefined }, "reading"],
  ["being read", { desks: [nowhere], offer: undefined }, "reading"],
  ["off, for a device without a desk", { desks: [] }, "off"],
])("the state is %s", (_what, change, type) => {
  expect(planPushState(facts(change)).type).toBe(type);
});
