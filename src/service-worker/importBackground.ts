import type { PushPlace } from "#sync/device/subscribePush.ts";

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
};

type WorkerScope = ServiceWorkerGlobalScope & {
  readonly trustedTypes?: TrustedTypes;
  background?: BackgroundWork;
};

let address: string | undefined;

/**
 * Loads what works while the page is gone, which brings Dexie with it: three times the size of this
 * worker. Classic scripts may be imported at any time once they were imported during installation.
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

/** What `background-push.js` gives to the worker that imports it. */
export type BackgroundWork = {
  /** Pushes what waits; rejects while something still waits, so that the browser tries again. */
  readonly pushWaiting: () => Promise<void>;
  /** Says that something waits, and fetches it as far as the network lets it. */
  readonly tellWaiting: () => Promise<void>;
  /** Says where this browser is pushed to now: `given` if the browser says it. */
  readonly renewPush: (given: PushPlace | null) => Promise<void>;
};
