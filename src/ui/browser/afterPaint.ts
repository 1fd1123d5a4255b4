/**
 * Runs `run` once the next frame has been painted; at once if the page is hidden, since it paints
 * nothing.
 */
export const afterPaint = (run: () => void): void => {
  const isSeen = document.visibilityState === "visible";
  if (isSeen) requestAnimationFrame(() => setTimeout(run));
  else setTimeout(run);
};
