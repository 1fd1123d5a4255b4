import type { TrustedTypes } from "#protocol/contentSecurityPolicy.ts";
import type { BrowserSubscription } from "#sync/device/subscribePush.ts";

type WorkerScope = ServiceWorkerGlobalScope & {
  readonly trustedTypes?: TrustedTypes;
  background?: BackgroundWork;
};

let address: string | undefined;

/**
 * Loads the background work, which includes Dexie: three times the size of this worker. Classic
 * scripts may be imported at any time if they were imported during installation.
 */
export const importBackground = (scope: ServiceWorkerGlobalScope): BackgroundWork => {
  const self: WorkerScope = scope;
  if (!self.background) {
    address ??= trustedAddress(self);
    self.importScripts(address);
  }
  if (!self.background) throw new Error("nothing to work with in background-push.js");
  return self.background;
};

const trustedAddress = (self: WorkerScope): string => {
  const url = new URL("background-push.js", self.location.href).href;
  const policy = self.trustedTypes?.createPolicy("app-sw", {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError("only that script's own address");
      return asked;
    },
  });
  return (policy?.createScriptURL(url) ?? url) as string;
};

/** The functions that `background-push.js` provides to the worker that imports it. */
export type BackgroundWork = {
  /** Sends waiting envelopes; rejects if any still wait, so that the browser tries again. */
  readonly pushWaiting: () => Promise<void>;
  /** Shows that something is waiting, and fetches it as far as the network allows. */
  readonly tellWaiting: () => Promise<void>;
  /** Sends the endpoint this browser's push subscription: `given`, if the browser reports it. */
  readonly renewPush: (given: BrowserSubscription | null) => Promise<void>;
};
