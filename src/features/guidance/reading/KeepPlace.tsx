import { Component, createRef, type ReactNode, useEffect } from "react";
import { saveReadingPlace } from "#storage/content/contentPacks.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useLive.ts";

type KeepPlaceProps = {
  /** When it changes, the texts are about to change their heights. */
  readonly placeKey: string;
  readonly children: ReactNode;
};

/**
 * Keeps the paragraph under the eye when the language changes or another comes beside it. A class,
 * because only `getSnapshotBeforeUpdate` can measure the page as it was.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  private readonly page = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(before: KeepPlaceProps): ReadingPlace | null {
    if (before.placeKey === this.props.placeKey || !this.page.current) return null;
    return measureReadingPlace(this.page.current);
  }

  override componentDidUpdate(_: KeepPlaceProps, __: unknown, place: ReadingPlace | null): void {
    if (place) restoreReadingPlace(place);
  }

  override render(): ReactNode {
    return <div ref={this.page}>{this.props.children}</div>;
  }
}

/** Where the eye is: a row of text, and how it stands on the screen. */
type ReadingPlace = {
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

/** Notes which page is open, for the start screen. Failing that, only the start screen is poorer. */
export const useReadingPlace = (href: string, title: string): void => {
  const { database } = useDatabase();
  useEffect(() => {
    void tryStorage(() => saveReadingPlace(database, { href, title }));
  }, [database, href, title]);
};
