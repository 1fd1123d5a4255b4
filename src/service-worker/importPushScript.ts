type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
};

type PushScope = ServiceWorkerGlobalScope & {
  readonly trustedTypes?: TrustedTypes;
  pushFromWorker?: () => Promise<void>;
};

let address: string | undefined;

/**
 * Loads the pusher, which brings Dexie with it: three times the size of this worker, and needed
 * only when the page is gone. Classic scripts may be imported at any time once they were imported
 * during installation.
 */
export const importPushScript = (scope: ServiceWorkerGlobalScope): (() => Promise<void>) => {
  const self: PushScope = scope;
  if (!self.pushFromWorker) {
    address ??= trustedAddress(self);
    self.importScripts(address);
  }
  return self.pushFromWorker ?? (() => Promise.reject(new Error("no pusher in its script")));
};

const trustedAddress = (self: PushScope): string => {
  const url = new URL("background-push.js", self.location.href).href;
  const policy = self.trustedTypes?.createPolicy("app-sw", {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError("only the pusher's own address");
      return asked;
    },
  });
  return (policy?.createScriptURL(url) ?? url) as string;
};
