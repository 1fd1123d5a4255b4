import { type DeskKind, deskKinds } from "#domain/desk.ts";
import type { Day } from "#domain/instant.ts";
import { type ContactFreshness, contactFreshness, isReliable } from "./contact.ts";
import type { Edition, StateEntry } from "./edition.ts";
import { countHidden, type PrivateReading } from "./readableDirectory.ts";

/** The condition of a State's contacts, as a list shows it in one word. */
export type StateCondition =
  | { readonly type: "noContact" }
  | { readonly type: "noPolicyContact" }
  /** Its policy desk has contacts, but none can be read now. */
  | { readonly type: "lockedPolicy" }
  /** The freshness of its policy desk's best contact. */
  | { readonly type: "policy"; readonly freshness: ContactFreshness };

/** Rates how reliable a State's policy desk is on `today`, by its best readable contact. */
export const stateCondition = (
  entry: StateEntry,
  today: Day,
  privateReading: PrivateReading = { type: "none" },
): StateCondition => {
  const found = entry.desks
    .filter((desk) => desk.kind === "policy")
    .flatMap((desk) => desk.contacts)
    .map((contact) => contactFreshness(contact, today));
  const [best] = found.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  if (best) return { type: "policy", freshness: best };
  if (countHidden(privateReading, entry.state, "policy") > 0) return { type: "lockedPolicy" };
  const isEmpty = entry.desks.every((desk) => desk.contacts.length === 0);
  const hasHidden = countHidden(privateReading, entry.state) > 0;
  return { type: isEmpty && !hasHidden ? "noContact" : "noPolicyContact" };
};

const order: readonly ContactFreshness["type"][] = [
  "fresh",
  "expiresSoon",
  "unconfirmed",
  "expired",
];

type DeskCoverage = {
  readonly desk: DeskKind;
  readonly contacts: number;
  /** States with at least one contact at this desk. */
  readonly states: number;
  /** States with at least one contact at this desk that is confirmed and valid. */
  readonly statesReliable: number;
};

export type DirectoryCoverage = {
  readonly asOf: Day;
  readonly states: number;
  readonly contacts: number;
  readonly statesWithReliablePolicy: number;
  readonly statesWithAny: number;
  readonly statesWithNone: number;
  /** States whose contacts are all expired, and that have at least one. */
  readonly statesOnlyExpired: number;
  readonly expired: number;
  readonly expiresSoon: number;
  readonly unconfirmed: number;
  readonly desks: readonly DeskCoverage[];
};

/** Computes an edition's figures on `asOf`, from its contacts only. */
export const directoryCoverage = (edition: Edition, asOf: Day): DirectoryCoverage => {
  const { states } = edition;
  const contacts = states.flatMap((entry) => contactsOf(entry));
  const types = contacts.map((contact) => contactFreshness(contact, asOf).type);
  const isExpired = (entry: StateEntry): boolean =>
    contactsOf(entry).every((contact) => contactFreshness(contact, asOf).type === "expired");
  const withAny = states.filter((entry) => contactsOf(entry).length > 0);
  const desks = deskKinds.map((desk) => coverDesk(states, desk, asOf));
  return {
    asOf,
    states: states.length,
    contacts: contacts.length,
    statesWithReliablePolicy: desks.find((row) => row.desk === "policy")?.statesReliable ?? 0,
    statesWithAny: withAny.length,
    statesWithNone: states.length - withAny.length,
    statesOnlyExpired: withAny.filter(isExpired).length,
    expired: types.filter((type) => type === "expired").length,
    expiresSoon: types.filter((type) => type === "expiresSoon").length,
    unconfirmed: types.filter((type) => type === "unconfirmed").length,
    desks,
  };
};

const contactsOf = (entry: StateEntry, kind?: DeskKind) =>
  entry.desks
    .filter((desk) => kind === undefined || desk.kind === kind)
    .flatMap((desk) => desk.contacts);

const coverDesk = (states: readonly StateEntry[], desk: DeskKind, asOf: Day): DeskCoverage => {
  const found = states.map((entry) => contactsOf(entry, desk));
  return {
    desk,
    contacts: found.flat().length,
    states: found.filter((contacts) => contacts.length > 0).length,
    statesReliable: found.filter((contacts) => contacts.some((one) => isReliable(one, asOf)))
      .length,
  };
};
