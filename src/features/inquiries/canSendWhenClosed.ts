/** Only Chromium has Background Sync; elsewhere a closed app sends nothing, and the status says so. */
export const canSendWhenClosed = (): boolean =>
  "SyncManager" in window && "serviceWorker" in navigator;
