import * as v from "valibot";

/** Traffic Light Protocol 2.0 (FIRST): a sharing mark, not a classification. Never translated. */
export const sharingMarks = [
  "TLP:RED",
  "TLP:AMBER+STRICT",
  "TLP:AMBER",
  "TLP:GREEN",
  "TLP:CLEAR",
] as const;
export type SharingMark = (typeof sharingMarks)[number];
export const SharingMark = v.picklist(sharingMarks);
