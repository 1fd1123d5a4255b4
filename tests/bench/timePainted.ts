/**
 * Runs in the page: acts, and gives for each condition the milliseconds from the act until a frame
 * was painted in which it holds. After it holds comes a frame, and the task after that frame finds
 * it on the screen.
 */
export const timePainted = async (
  act: () => void,
  ...conditions: readonly (() => boolean)[]
): Promise<readonly number[]> => {
  const startedAt = performance.now();
  const awaitPainted = (isThere: () => boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`never: ${isThere.toString()}`)), 30_000);
      const look = (): void => {
        if (!isThere()) return;
        watcher.disconnect();
        clearTimeout(late);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - startedAt));
          port1.start();
          port2.postMessage(null);
        });
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true, characterData: true });
    });
  const painted = conditions.map(awaitPainted);
  act();
  return Promise.all(painted);
};
