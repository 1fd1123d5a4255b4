import type { ContactFreshness } from "#domain/directory/contact.ts";
import type { StateCondition } from "#domain/directory/directoryState.ts";
import type { SignShape } from "#ui/signs/Sign.tsx";

type Condition = ContactFreshness["type"] | Exclude<StateCondition["type"], "policy">;

/** The shape and tone for the reliability of a contact, or of a State by its best contact. */
export const conditionSigns = {
  fresh: { shape: "tick", tone: "good" },
  expiresSoon: { shape: "clock", tone: "caution" },
  unconfirmed: { shape: "half", tone: "caution" },
  expired: { shape: "cross", tone: "danger" },
  noPolicyContact: { shape: "ring", tone: "plain" },
  lockedPolicy: { shape: "ring", tone: "plain" },
  noContact: { shape: "ring", tone: "plain" },
} as const satisfies Record<
  Condition,
  { shape: SignShape; tone: "plain" | "good" | "caution" | "danger" }
>;
