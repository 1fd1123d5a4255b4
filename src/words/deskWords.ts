import type { DeskKind } from "#domain/desk.ts";

export const deskTitles = {
  policy: "desk.policy.title",
  "foreign-affairs": "desk.foreignAffairs.title",
  technical: "desk.technical.title",
} as const satisfies Record<DeskKind, string>;

/** Which measure a desk belongs to. */
export const deskHints = {
  policy: "desk.policy.hint",
  "foreign-affairs": "desk.foreignAffairs.hint",
  technical: "desk.technical.hint",
} as const satisfies Record<DeskKind, string>;
