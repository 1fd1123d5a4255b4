import { Component, createRef, type ReactNode, useEffect } from "react";
import { saveReadingPlace } from "#storage/content/contentPacks.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useLive.ts";

type KeepPlaceProps = {
  /** A change of this key means that the texts are about to change height. */
  readonly placeKey: string;
  readonly children: ReactNode;
};

/**
 * Keeps the paragraph being read in place when the language changes or another is added. A class,
 * because only `getSnapshotBeforeUpdate` can measure the page before the change.
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

/** The reading position: a row of text and its position on the screen. */
type ReadingPlace = {
  readonly rowId: string;
  /** From the top edge of the screen to the top edge of the row, in pixels. */
  readonly topPx: number;
  /** The share of the row above the reading line, 0 to 1; null while the row's top is visible. */
  readonly share: number | null;
};

/** Measures the first row that reaches the reading line; null at the top of a page. */
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

/** Scrolls so that the row, and the line within it, return to their earlier position. */
export const restoreReadingPlace = (place: ReadingPlace): void => {
  const row = document.getElementById(place.rowId);
  if (!row) return;
  const { top, height } = row.getBoundingClientRect();
  const wantedPx = place.share === null ? place.topPx : findEyePx() - place.share * height;
  window.scrollBy({ top: top - wantedPx, behavior: "instant" });
};

/** People read in the upper part of a screen. */
const findEyePx = (): number => window.innerHeight * 0.3;

/**
 * Saves which page is open, for the start screen. If that fails, only the start screen lacks it.
 */
export const useReadingPlace = (href: string, title: string): void => {
  const { database } = useDatabase();
  useEffect(() => {
    void tryStorage(() => saveReadingPlace(database, { href, title }));
  }, [database, href, title]);
};
