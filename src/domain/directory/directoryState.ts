import type { Day } from "#domain/instant.ts";
import { type ContactFreshness, contactFreshness } from "./contactFreshness.ts";
import { countHidden } from "./countHidden.ts";
import type { StateEntry } from "./edition.ts";
import type { ClosedReading } from "./readableDirectory.ts";

/** What a list can say of a State's contacts in one word. */
export type StateCondition =
  | { readonly type: "noContact" }
  | { readonly type: "noPolicyContact" }
  /** Its policy desk has contacts, none of which can be read now. */
  | { readonly type: "lockedPolicy" }
  /** The best that its policy desk has. */
  | { readonly type: "policy"; readonly freshness: ContactFreshness };

/** How a State's policy desk can be relied upon on `today`, by the best of what can be read. */
export const stateCondition = (
  entry: StateEntry,
  today: Day,
  closed: ClosedReading = { type: "none" },
): StateCondition => {
  const found = entry.desks
    .filter((desk) => desk.kind === "policy")
    .flatMap((desk) => desk.contacts)
    .map((contact) => contactFreshness(contact, today));
  const [best] = found.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  if (best) return { type: "policy", freshness: best };
  if (countHidden(closed, entry.state, "policy") > 0) return { type: "lockedPolicy" };
  const isEmpty = entry.desks.every((desk) => desk.contacts.length === 0);
  const hasHidden = countHidden(closed, entry.state) > 0;
  return { type: isEmpty && !hasHidden ? "noContact" : "noPolicyContact" };
};

const order: readonly ContactFreshness["type"][] = [
  "fresh",
  "expiresSoon",
  "unconfirmed",
  "expired",
];
