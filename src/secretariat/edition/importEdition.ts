import { deskKinds } from "#domain/desk.ts";
import type { Edition, StateEntry } from "#domain/directory/edition.ts";
import { type Day, type Instant, instantToDay } from "#domain/instant.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { type ContactRow, contactColumns, parseContactRow } from "./contactRow.ts";
import type { CsvFile, LineError } from "./lineError.ts";
import { type CsvLine, readCsv } from "./readCsv.ts";
import { parseStateRow, stateColumns } from "./stateRow.ts";

type ImportRequest = {
  readonly contactsCsv: Uint8Array;
  readonly statesCsv: Uint8Array;
  readonly number: number;
  readonly issuedAt: Instant;
  readonly validUntil: Day;
  readonly demonstration: boolean;
};

/**
 * The secretariat's two files to an edition, or everything that is wrong with them, in the order of
 * their lines. Within a desk, contacts keep the order of the file: the preferred one first.
 */
export const importEdition = (request: ImportRequest): Result<Edition, readonly LineError[]> => {
  const { number, issuedAt, validUntil, demonstration } = request;
  const issuedOn = instantToDay(issuedAt);
  const stateLines = readCsv("states", request.statesCsv, stateColumns);
  const contactLines = readCsv("contacts", request.contactsCsv, contactColumns);
  const states = parseLines(stateLines, parseStateRow);
  const contacts = parseLines(contactLines, (line) => parseContactRow(line, issuedOn));
  const errors = [
    ...states.errors,
    ...findRepeated("states", "iso2", states.placed, (entry) => entry.state),
    ...contacts.errors,
    ...findRepeated("contacts", "id", contacts.placed, ({ contact }) => contact.id),
    // A State whose own line is wrong is named there, once.
    ...(stateLines.ok
      ? findUnknown(contacts.placed, new Set(stateLines.value.map(({ cells }) => cells.iso2)))
      : []),
  ];
  if (errors.length > 0) return err(errors.toSorted(byPlace));
  const rows = contacts.placed.map(({ row }) => row);
  return ok({
    number,
    demonstration,
    issuedAt,
    validUntil,
    states: states.placed.map(({ row }) => addDesks(row, rows)),
    secretariat: secretariatOffice,
  });
};

type Placed<T> = { readonly line: number; readonly row: T };

const parseLines = <C extends string, T>(
  lines: Result<readonly CsvLine<C>[], readonly LineError[]>,
  parseRow: (line: CsvLine<C>) => Result<T, readonly LineError[]>,
): { readonly placed: readonly Placed<T>[]; readonly errors: readonly LineError[] } => {
  if (!lines.ok) return { placed: [], errors: lines.error };
  const parsed = lines.value.map((line) => ({ line: line.line, row: parseRow(line) }));
  return {
    placed: parsed.flatMap(({ line, row }) => (row.ok ? [{ line, row: row.value }] : [])),
    errors: parsed.flatMap(({ row }) => (row.ok ? [] : row.error)),
  };
};

const findRepeated = <T>(
  file: CsvFile,
  column: string,
  placed: readonly Placed<T>[],
  keyOf: (row: T) => string,
): readonly LineError[] => {
  const firstLines = new Map<string, number>();
  return placed.flatMap(({ line, row }) => {
    const value = keyOf(row);
    const firstLine = firstLines.get(value);
    if (firstLine !== undefined)
      return [{ file, line, column, type: "repeated", value, firstLine }];
    firstLines.set(value, line);
    return [];
  });
};

const findUnknown = (
  placed: readonly Placed<ContactRow>[],
  known: ReadonlySet<string>,
): readonly LineError[] =>
  placed
    .filter(({ row }) => !known.has(row.address.state))
    .map(({ line, row }) => ({
      file: "contacts",
      line,
      column: "state",
      type: "stateUnknown",
      value: row.address.state,
    }));

const byPlace = (a: LineError, b: LineError): number =>
  a.file === b.file ? a.line - b.line : b.file.localeCompare(a.file);

/** A desk without contacts stays: that a State has named none is worth showing. */
const addDesks = (entry: StateEntry, rows: readonly ContactRow[]): StateEntry => ({
  ...entry,
  desks: deskKinds.map((kind) => ({
    kind,
    contacts: rows
      .filter(({ address }) => address.state === entry.state && address.desk === kind)
      .map(({ contact }) => contact),
  })),
});

/** The last to try, as the Technical Secretariat's slides of 2024 name it on their last page. */
const secretariatOffice: Edition["secretariat"] = {
  name: "Cybersecurity Program, Inter-American Committee against Terrorism (CICTE), OAS",
  emails: ["cybersecurity@oas.org"],
  source: "CICTE Technical Secretariat, 2024 workplan (slides)",
};
