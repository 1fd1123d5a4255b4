import type { WhileClosed } from "#domain/envelope/sending.ts";

/** Only Chromium has Background Sync; elsewhere a closed app sends nothing, and the status says so. */
export const whileClosedHere = (): WhileClosed =>
  "SyncManager" in window && "serviceWorker" in navigator ? "goesByItself" : "goesWhenOpened";
