import { type ContactFreshness, contactFreshness } from "./contactFreshness.ts";
import type { StateEntry } from "./edition.ts";
import type { Day } from "./instant.ts";

/** What a list can say of a State's contacts in one word. */
export type StateCondition =
  | { readonly type: "noContact" }
  | { readonly type: "noPolicyContact" }
  /** The best that its policy desk has. */
  | { readonly type: "policy"; readonly freshness: ContactFreshness };

/** How a State's policy desk can be relied upon on `today`, by the best of its contacts. */
export const stateCondition = (entry: StateEntry, today: Day): StateCondition => {
  if (entry.desks.every((desk) => desk.contacts.length === 0)) return { type: "noContact" };
  const found = entry.desks
    .filter((desk) => desk.kind === "policy")
    .flatMap((desk) => desk.contacts)
    .map((contact) => contactFreshness(contact, today));
  const [best] = found.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  return best ? { type: "policy", freshness: best } : { type: "noPolicyContact" };
};

const order: readonly ContactFreshness["type"][] = [
  "fresh",
  "expiresSoon",
  "unconfirmed",
  "expired",
];
