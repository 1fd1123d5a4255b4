/**
 * Runs `run` after the next frame has been painted; at once if the page is hidden and paints
 * nothing.
 */
export const afterPaint = (run: () => void): void => {
  const isSeen = document.visibilityState === "visible";
  if (isSeen) requestAnimationFrame(() => setTimeout(run));
  else setTimeout(run);
};
