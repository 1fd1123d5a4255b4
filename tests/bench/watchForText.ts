/**
 * Runs in the page before its own scripts: marks as `text-painted` when `wanted` is first painted.
 * After it stands in the document comes a frame, and the task after that frame finds it on the screen.
 */
export const watchForText = (wanted: string): void => {
  const watcher = new MutationObserver(() => {
    if (!document.body?.textContent?.includes(wanted)) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => performance.mark("text-painted"));
      port1.start();
      port2.postMessage(null);
    });
  });
  watcher.observe(document, { childList: true, subtree: true, characterData: true });
};

/** Runs in the page: milliseconds from the start of the navigation until the text was painted. */
export const awaitTextPainted = (): Promise<number> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [painted] = list.getEntriesByName("text-painted");
      if (painted) resolve(painted.startTime);
    });
    observer.observe({ type: "mark", buffered: true });
  });
