import type { PushPlace } from "#sync/device/toPushTarget.ts";

/** What `background-push.js` gives to the worker that imports it. */
export type BackgroundWork = {
  /** Pushes what waits; rejects while something still waits, so that the browser tries again. */
  readonly pushWaiting: () => Promise<void>;
  /** Says that something waits, and fetches it as far as the network lets it. */
  readonly tellWaiting: () => Promise<void>;
  /** Says where this browser is pushed to now: `given` if the browser says it. */
  readonly renewPush: (given: PushPlace | null) => Promise<void>;
};
