/** Brings a passage to the middle of the screen, and the screen reader to it. */
export const showFoundPassage = (id: string): void => {
  // After the frame in which a new page is scrolled to its head.
  requestAnimationFrame(() => {
    const row = document.getElementById(id);
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center", behavior: "instant" });
  });
};
