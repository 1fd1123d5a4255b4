import type { ContactFreshness } from "#domain/directory/contact.ts";
import type { StateCondition } from "#domain/directory/directoryState.ts";
import type { Participation } from "#domain/directory/edition.ts";
import type { StateShape } from "#ui/signs/StateWord.tsx";

type Condition =
  | Exclude<ContactFreshness["type"], "fresh">
  | Exclude<StateCondition["type"], "policy">;

/** A word and a shape for what a list says of a State. */
export const conditionWords = {
  expiresSoon: { shape: "clock", tone: "caution", key: "list.expiresSoon.label" },
  unconfirmed: { shape: "half", tone: "caution", key: "list.unconfirmed.label" },
  expired: { shape: "cross", tone: "danger", key: "list.expired.label" },
  noPolicyContact: { shape: "ring", tone: "plain", key: "list.noPolicyContact.label" },
  lockedPolicy: { shape: "ring", tone: "plain", key: "list.lockedPolicy.label" },
  noContact: { shape: "ring", tone: "plain", key: "list.noContact.label" },
} as const satisfies Record<
  Condition,
  { shape: StateShape; tone: "plain" | "caution" | "danger"; key: string }
>;

export const participationWords = {
  "not-participating": "participation.notParticipating.label",
  withdrawn: "participation.withdrawn.label",
  disputed: "participation.disputed.label",
} as const satisfies Record<Exclude<Participation["status"], "member">, string>;
