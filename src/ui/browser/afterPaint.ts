/** Runs when the next frame has been painted; a page out of sight paints nothing: then at once. */
export const afterPaint = (run: () => void): void => {
  const isSeen = document.visibilityState === "visible";
  if (isSeen) requestAnimationFrame(() => setTimeout(run));
  else setTimeout(run);
};
