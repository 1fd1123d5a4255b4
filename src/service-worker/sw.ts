import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { importBackground } from "./importBackground.ts";
import { openFromNotice } from "./openFromNotice.ts";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

/** A wake-up by the browser (Chromium only): it is online, and envelopes may be waiting. */
type SyncEvent = ExtendableEvent & { readonly tag: string };
declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    sync: SyncEvent;
  }
}

// Precaches every file of the app, in all languages. Content and directory are in IndexedDB.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Routes are in the hash, so every navigation is to the one page, except to the endpoint's own
// pages.
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html"), { denylist: [/\/v1\//] }));

self.addEventListener("install", () => {
  // A worker may import later only what it imported during installation.
  const isWoken = "sync" in self.registration || "pushManager" in self.registration;
  if (isWoken) importBackground(self);
});

self.addEventListener("activate", (event) => {
  // The page that installed this worker loads its lazy chunks from here if it goes offline now.
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  // A waiting version takes over only when the person asks for it.
  const message: unknown = event.data;
  if (typeof message !== "object" || message === null || !("type" in message)) return;
  if (message.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "push-outbox") return;
  // After a rejection the browser wakes the worker again later.
  event.waitUntil(importBackground(self).pushWaiting());
});

self.addEventListener("push", (event) => {
  // The push's content is ignored: there is only one message to show.
  event.waitUntil(importBackground(self).tellWaiting());
});

self.addEventListener("pushsubscriptionchange", (event) => {
  // Older browsers don't report the new subscription.
  event.waitUntil(importBackground(self).renewPush(event.newSubscription ?? null));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openFromNotice(self));
});
