import type { DeviceId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import type { StandingLetter } from "./standingLetters.ts";
import type { ThreadNotice } from "./threadState.ts";

export type Delivery = { readonly at: Instant; readonly device: DeviceId | null };

/** The first notice that a device of the other desk has fetched a letter as it stands now. */
export const findDelivery = (
  { kept }: StandingLetter,
  notices: readonly ThreadNotice[],
): Delivery | null => {
  const [first] = notices
    .filter(({ type, envelope }) => type === "delivered" && envelope === kept.letter.id)
    .toSorted((a, b) => (a.at + a.device < b.at + b.device ? -1 : 1));
  return first ? { at: first.at, device: first.device } : null;
};
