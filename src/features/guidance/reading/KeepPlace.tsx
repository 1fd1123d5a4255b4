import { Component, createRef, type ReactNode } from "react";
import { measureReadingPlace, type ReadingPlace, restoreReadingPlace } from "./readingPlace.ts";

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
