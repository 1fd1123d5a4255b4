/** Exists only in Chromium, and in no standard. */
type BeforeInstallPromptEvent = Event & {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
};

type InstallOffer =
  /** The browser offers no installation, or not yet. */
  | { readonly type: "none" }
  | { readonly type: "offered"; readonly ask: () => Promise<void> }
  | { readonly type: "installed" };

let current: InstallOffer = { type: "none" };
const listeners = new Set<() => void>();

/** Must be called before anything else: the browser makes its offer once, and early. */
export const listenForInstallOffer = (): void => {
  addEventListener("beforeinstallprompt", (event) => {
    // Otherwise Chromium shows its own bar over the page on the first visit.
    event.preventDefault();
    const ask = async (): Promise<void> => {
      // An offer can be used once; after a refusal the browser may make another.
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
