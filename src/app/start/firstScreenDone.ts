/**
 * Resolves when the first screen has been painted and the browser has a moment, 1.5 s at the latest.
 * At a first visit at once: what the screen is to show is still to be fetched.
 */
export const firstScreenDone = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.documentElement.dataset.visit === "first") resolve();
    else if ("requestIdleCallback" in window) {
      setTimeout(() => requestIdleCallback(() => resolve(), { timeout: 1_000 }), 500);
    } else setTimeout(resolve, 1_000);
  });
