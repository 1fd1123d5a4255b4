/**
 * Runs in the page: acts, and gives the milliseconds from the act until a frame was painted in which
 * `isThere` holds. After it holds comes a frame, and the task after that frame finds it on the screen.
 */
export const timePainted = (act: () => void, isThere: () => boolean): Promise<number> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const late = setTimeout(() => reject(new Error(`never: ${isThere.toString()}`)), 60_000);
    const watcher = new MutationObserver(() => {
      if (!isThere()) return;
      watcher.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(performance.now() - startedAt));
        port1.start();
        port2.postMessage(null);
      });
    });
    watcher.observe(document, { childList: true, subtree: true, characterData: true });
    act();
  });
