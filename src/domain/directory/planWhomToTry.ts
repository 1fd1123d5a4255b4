import { type DeskKind, deskKinds } from "#domain/desk.ts";
import type { Day } from "#domain/instant.ts";
import { type Contact, type ContactFreshness, contactFreshness } from "./contact.ts";
import type { StateEntry } from "./edition.ts";

export type Attempt =
  | {
      readonly type: "contact";
      readonly desk: DeskKind;
      readonly contact: Contact;
      readonly freshness: ContactFreshness;
    }
  | { readonly type: "secretariat" };

/**
 * Lists whom to try, in order, to reach `wanted` of a State on `today`: valid contacts, of that
 * desk and then of the State's other desks; unconfirmed ones; expired ones; always the secretariat
 * last.
 */
export const planWhomToTry = (
  entry: StateEntry,
  wanted: DeskKind,
  today: Day,
): readonly Attempt[] => {
  const kinds = [wanted, ...deskKinds.filter((kind) => kind !== wanted)];
  const attempts = kinds.flatMap((kind) =>
    entry.desks
      .filter((desk) => desk.kind === kind)
      .flatMap((desk) => desk.contacts)
      .map((contact) => ({
        type: "contact" as const,
        desk: kind,
        contact,
        freshness: contactFreshness(contact, today),
      })),
  );
  // Sorting is stable: within a rank, the desk wanted comes first and preference is kept.
  const ordered = attempts.toSorted((a, b) => ranks[a.freshness.type] - ranks[b.freshness.type]);
  return [...ordered, { type: "secretariat" }];
};

const ranks = { fresh: 0, expiresSoon: 0, unconfirmed: 1, expired: 2 } as const;
