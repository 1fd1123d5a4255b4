const files = ["./", "plain.css", "plain.js"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open("plain").then((cache) => cache.addAll(files)));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request).then((held) => held ?? fetch(event.request)));
});
