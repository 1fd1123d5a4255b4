import { Workbox } from "workbox-window";
import { err, ok, type Result } from "#domain/result.ts";
import type { TrustedTypes } from "#protocol/contentSecurityPolicy.ts";
import { rememberChoice } from "#ui/browser/rememberedChoice.ts";
import { copyToDevice } from "./keepStorageWatch.ts";
import type { StartedApp } from "./startApp.ts";

/**
 * Puts everything on the device: all four packs, the directory, every file of the app. Reports
 * "ready" when all of it is there, not before.
 */
export const prepareOffline = ({ open, baseUrl, news, sealing }: StartedApp): void => {
  const { database, vault } = sealing;
  const worker = registerWorker({
    onUpdate: (accept) => news.change({ update: { type: "waiting", accept } }),
  });
  void Promise.all([copyToDevice({ open, baseUrl, vault }), worker]).then(
    async ([[content, edition], working]) => {
      const packCount = await database.packs.count();
      const missing = [
        ...(content.ok || packCount === 4 ? [] : [content.error.type]),
        ...(edition.ok || (await database.editions.count()) > 0 ? [] : [edition.error.type]),
        ...(working.ok ? [] : [working.error.type]),
        ...(open.lasting ? [] : ["storageMissing"]),
      ];
      const [reason] = missing;
      if (reason === undefined) rememberChoice("enlace.ready", "1");
      news.change({
        readiness: reason === undefined ? { type: "ready" } : { type: "incomplete", reason },
      });
    },
    (cause: unknown) => {
      reportError(cause);
      news.change({ readiness: { type: "incomplete", reason: "storageFailed" } });
    },
  );
};

type WorkerError = { readonly type: "workerMissing" } | { readonly type: "workerFailed" };

/**
 * Registers the service worker and waits until it is active with its whole precache. The plugin's
 * own registration does not work under Trusted Types; our policy allows this one address.
 */
const registerWorker = async (options: {
  readonly onUpdate: (accept: () => void) => void;
}): Promise<Result<void, WorkerError>> => {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker) {
    return err({ type: "workerMissing" });
  }
  const workbox = new Workbox(trustedWorkerUrl(), { type: "classic" });
  const handleWaiting = (): void => options.onUpdate(() => workbox.messageSkipWaiting());
  workbox.addEventListener("waiting", handleWaiting);
  let reloading = false;
  workbox.addEventListener("controlling", (event) => {
    // The first worker takes over this page without a reload; an accepted update needs one.
    if (!event.isUpdate || reloading) return;
    reloading = true;
    location.reload();
  });
  try {
    const registration = await workbox.register({ immediate: true });
    if (!registration) return err({ type: "workerFailed" });
    lookForUpdates(registration);
    return await activated(registration);
  } catch {
    return err({ type: "workerFailed" });
  }
};

const activated = async (
  registration: ServiceWorkerRegistration,
): Promise<Result<void, WorkerError>> => {
  if (registration.active) return ok(undefined);
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return err({ type: "workerFailed" });
  return new Promise((resolve) => {
    const handleChange = (): void => {
      if (worker.state === "activated") resolve(ok(undefined));
      if (worker.state === "redundant") resolve(err({ type: "workerFailed" }));
    };
    worker.addEventListener("statechange", handleChange);
    handleChange();
  });
};

/**
 * An installed app can stay open for weeks: it checks for updates when shown again, at most hourly.
 */
const lookForUpdates = (registration: ServiceWorkerRegistration): void => {
  let lookedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - lookedAt < 3_600_000) return;
    lookedAt = Date.now();
    registration.update().catch(() => undefined);
  });
};

const trustedWorkerUrl = (): string => {
  const url = new URL("sw.js", new URL(".", location.href)).href;
  const { trustedTypes } = globalThis as typeof globalThis & { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  const policy = trustedTypes.createPolicy("app-sw", {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError("only the worker's own address");
      return asked;
    },
  });
  // workbox-window types it as text, and passes it on unchanged.
  return policy.createScriptURL(url) as string;
};
