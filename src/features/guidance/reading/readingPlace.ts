/** Where the eye is: a row of text, and how it stands on the screen. */
export type ReadingPlace = {
  readonly rowId: string;
  /** Of the row's upper edge, in pixels from the upper edge of the screen. */
  readonly topPx: number;
  /** How much of the row is above the eye, 0 to 1; null while its beginning is in sight. */
  readonly share: number | null;
};

/** The first row that reaches the line where one reads; null at the head of a page. */
export const measureReadingPlace = (page: Element): ReadingPlace | null => {
  if (window.scrollY <= 0) return null;
  const eyePx = findEyePx();
  for (const row of page.querySelectorAll("[data-row]")) {
    const { top, bottom, height } = row.getBoundingClientRect();
    if (height === 0 || bottom <= eyePx) continue;
    return { rowId: row.id, topPx: top, share: top >= 0 ? null : (eyePx - top) / height };
  }
  return null;
};

/** Scrolls so that the row, and the line within it, stand where they stood. */
export const restoreReadingPlace = (place: ReadingPlace): void => {
  const row = document.getElementById(place.rowId);
  if (!row) return;
  const { top, height } = row.getBoundingClientRect();
  const wantedPx = place.share === null ? place.topPx : findEyePx() - place.share * height;
  window.scrollBy({ top: top - wantedPx, behavior: "instant" });
};

/** People read in the upper part of a screen. */
const findEyePx = (): number => window.innerHeight * 0.3;
