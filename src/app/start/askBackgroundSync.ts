type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/** The one tag; `service-worker/sw.ts` listens for it. */
export const pushTag = "push-outbox";

/**
 * Asks the browser to wake the worker when there is a network, even after this page is closed.
 * Chromium only; elsewhere the queue goes when Enlace is open, and the status says so.
 */
export const askBackgroundSync = async (): Promise<void> => {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker) return;
  const registration: SyncRegistration | undefined =
    await navigator.serviceWorker.getRegistration();
  try {
    await registration?.sync?.register(pushTag);
  } catch {
    // Denied by permission or in a private window: the page's own tries remain.
  }
};
