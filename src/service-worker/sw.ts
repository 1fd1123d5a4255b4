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

/** A nudge of the browser (Chromium only): there is a network, and something may wait. */
type SyncEvent = ExtendableEvent & { readonly tag: string };
declare global {
  interface ServiceWorkerGlobalScopeEventMap {
    sync: SyncEvent;
  }
}

// Every file of the app, in all languages. Content and directory lie in IndexedDB.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Routes are in the hash, so every navigation is to the one page; the endpoint's own pages are not.
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html"), { denylist: [/\/v1\//] }));

self.addEventListener("install", () => {
  // A worker may import later only what it imported while it was installed.
  const isWoken = "sync" in self.registration || "pushManager" in self.registration;
  if (isWoken) importBackground(self);
});

self.addEventListener("activate", (event) => {
  // The page that installed us loads its lazy chunks from here, should the network go now.
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  // Only the person's own word makes a waiting version take over.
  const message: unknown = event.data;
  if (typeof message !== "object" || message === null || !("type" in message)) return;
  if (message.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "push-outbox") return;
  // A rejection makes the browser wake us again, later.
  event.waitUntil(importBackground(self).pushWaiting());
});

self.addEventListener("push", (event) => {
  // Whatever it holds: there is one thing to say.
  event.waitUntil(importBackground(self).tellWaiting());
});

self.addEventListener("pushsubscriptionchange", (event) => {
  // Older browsers say nothing of what they changed it to.
  event.waitUntil(importBackground(self).renewPush(event.newSubscription ?? null));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openFromNotice(self));
});
