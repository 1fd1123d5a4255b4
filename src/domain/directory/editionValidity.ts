import type { Day } from "#domain/instant.ts";
import type { Edition } from "./edition.ts";

export type EditionValidity =
  | { readonly type: "valid"; readonly validUntil: Day }
  | { readonly type: "past"; readonly validUntil: Day };

/** Whether an edition still holds on `today`; `validUntil` itself still counts. */
export const editionValidity = (edition: Edition, today: Day): EditionValidity => ({
  type: edition.validUntil < today ? "past" : "valid",
  validUntil: edition.validUntil,
});
