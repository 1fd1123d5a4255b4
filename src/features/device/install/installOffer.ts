/** Chromium's own; in no standard. */
type BeforeInstallPromptEvent = Event & {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
};

type InstallOffer =
  /** The browser offers nothing, or has not yet. */
  | { readonly type: "none" }
  | { readonly type: "offered"; readonly ask: () => Promise<void> }
  | { readonly type: "installed" };

let current: InstallOffer = { type: "none" };
const listeners = new Set<() => void>();

/** Registered before anything else: the browser makes its offer once, and early. */
export const listenForInstallOffer = (): void => {
  addEventListener("beforeinstallprompt", (event) => {
    // Else Chromium shows a bar of its own, over the first reading.
    event.preventDefault();
    const ask = async (): Promise<void> => {
      // An offer can be taken once; after a refusal the browser may make another.
      change({ type: "none" });
      await (event as BeforeInstallPromptEvent).prompt();
    };
    change({ type: "offered", ask });
  });
  addEventListener("appinstalled", () => change({ type: "installed" }));
};

export const readInstallOffer = (): InstallOffer => current;

export const listenToInstallOffer = (onChange: () => void): (() => void) => {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
};

const change = (offer: InstallOffer): void => {
  current = offer;
  for (const listener of listeners) listener();
};
