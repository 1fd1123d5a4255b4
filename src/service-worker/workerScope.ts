import type { PushSubscriber } from "#sync/device/subscribePush.ts";
import type { PushPlace } from "#sync/device/toPushTarget.ts";

/** What the work in the background needs of the worker that it is in. */
export type WorkerScope = {
  readonly registration: {
    readonly scope: string;
    showNotification(title: string, options: object): Promise<void>;
    /** Not every browser has push. */
    readonly pushManager?: PushSubscriber & { getSubscription(): Promise<PushPlace | null> };
  };
  readonly Notification?: { readonly permission: string };
  readonly clients: {
    matchAll(options: { readonly type: "window" }): Promise<readonly WorkerWindow[]>;
    openWindow(url: URL): Promise<unknown>;
  };
  /** Not every browser has badges. */
  readonly navigator: { readonly setAppBadge?: (count?: number) => Promise<void> };
};

type WorkerWindow = {
  readonly url: string;
  readonly visibilityState: string;
  postMessage(message: object): void;
  focus(): Promise<unknown>;
};
