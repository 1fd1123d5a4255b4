import type { DeskKind, StateCode } from "#domain/desk.ts";
import { foldText } from "#domain/text.ts";
import type { Contact } from "./contact.ts";
import type { StateEntry } from "./edition.ts";

/** Names that the domain lacks: a State's names, the reader's language first, and a desk's. */
export type DirectoryNames = {
  readonly stateNames: (state: StateCode) => readonly string[];
  readonly deskWords: Readonly<Record<DeskKind, readonly string[]>>;
};

export type DirectoryHit = {
  readonly state: StateCode;
  /** The contacts found in the State; empty if the State's own name matches the query. */
  readonly contacts: readonly { readonly desk: DeskKind; readonly contact: Contact }[];
};

export type DirectorySearch = (query: string) => readonly DirectoryHit[];

/**
 * Creates a search over States' names and codes, offices, institutions, persons, desks, e-mails and
 * the digits of phones; it ignores case and accents. Every word of a query must be found. States
 * whose name begins with the query come first; otherwise the order of `entries` is kept. Texts are
 * folded here, once: a query over 5,000 contacts takes about a millisecond.
 */
export const createDirectorySearch = (
  entries: readonly StateEntry[],
  names: DirectoryNames,
): DirectorySearch => {
  const places = entries.map((entry) => foldEntry(entry, names));
  return (query) => {
    const asked = parseQuery(query);
    if (asked.words.length === 0) return entries.map(({ state }) => ({ state, contacts: [] }));
    return places
      .map((place) => matchPlace(place, asked))
      .filter((match) => match !== undefined)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ hit }) => hit);
  };
};

type Asked = { readonly words: readonly string[]; readonly whole: string; readonly digits: string };

type Place = {
  readonly state: StateCode;
  readonly code: string;
  readonly names: readonly string[];
  readonly joinedNames: string;
  readonly lines: readonly {
    readonly desk: DeskKind;
    readonly contact: Contact;
    readonly text: string;
    readonly digits: string;
  }[];
};

const minDigits = 3;

const parseQuery = (query: string): Asked => {
  const whole = foldText(query).trim();
  const isPhone = /^[+\d\s().-]+$/.test(whole);
  const digits = isPhone ? whole.replace(/\D/g, "") : "";
  return {
    whole,
    words: whole.split(/\s+/).filter((word) => word !== ""),
    digits: digits.length < minDigits ? "" : digits,
  };
};

const foldEntry = (entry: StateEntry, { stateNames, deskWords }: DirectoryNames): Place => {
  const folded = stateNames(entry.state).map((name) => foldText(name));
  const joinedNames = folded.join("\n");
  return {
    state: entry.state,
    code: foldText(entry.state),
    names: folded,
    joinedNames,
    lines: entry.desks.flatMap(({ kind, contacts }) =>
      contacts.map((contact) => {
        const { office, institution, person = "", emails, phones } = contact;
        const own = [office, institution, person, ...emails, ...deskWords[kind]].join("\n");
        const text = `${joinedNames}\n${foldText(own)}`;
        const digits = phones.map((phone) => phone.slice(1)).join(" ");
        return { desk: kind, contact, text, digits };
      }),
    ),
  };
};

type Match = { readonly rank: number; readonly hit: DirectoryHit };

const matchPlace = (place: Place, asked: Asked): Match | undefined => {
  const rank = rankName(place, asked);
  if (rank !== undefined) return { rank, hit: { state: place.state, contacts: [] } };
  const contacts = place.lines.filter(({ text, digits }) =>
    asked.digits ? digits.includes(asked.digits) : asked.words.every((word) => text.includes(word)),
  );
  if (contacts.length === 0) return undefined;
  const found = contacts.map(({ desk, contact }) => ({ desk, contact }));
  return { rank: 3, hit: { state: place.state, contacts: found } };
};

/**
 * Ranks a name match. 0: the State's name in the reader's language, or its code; 1: its name in
 * another language; 2: within a name.
 */
const rankName = (place: Place, { words, whole }: Asked): number | undefined => {
  if (place.code === whole || place.names[0]?.startsWith(whole)) return 0;
  if (place.names.some((name) => name.startsWith(whole))) return 1;
  return words.every((word) => place.joinedNames.includes(word)) ? 2 : undefined;
};
