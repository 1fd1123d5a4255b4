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
 * Turns the secretariat's two files into an edition, or returns all their errors in the order of the
 * lines. Within a desk, contacts keep the order of the file: the preferred one first.
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
    ...findRepeated("states", "iso2", states.rows, (entry) => entry.state),
    ...contacts.errors,
    ...findRepeated("contacts", "id", contacts.rows, ({ contact }) => contact.id),
    // A State with an error in its own line is reported there, once.
    ...(stateLines.ok
      ? findUnknown(contacts.rows, new Set(stateLines.value.map(({ cells }) => cells.iso2)))
      : []),
  ];
  if (errors.length > 0) return err(errors.toSorted(byLine));
  const contactRows = contacts.rows.map(({ row }) => row);
  return ok({
    number,
    demonstration,
    issuedAt,
    validUntil,
    states: states.rows.map(({ row }) => addDesks(row, contactRows)),
    secretariat: secretariatOffice,
  });
};

type Numbered<T> = { readonly line: number; readonly row: T };

const parseLines = <C extends string, T>(
  lines: Result<readonly CsvLine<C>[], readonly LineError[]>,
  parseRow: (line: CsvLine<C>) => Result<T, readonly LineError[]>,
): { readonly rows: readonly Numbered<T>[]; readonly errors: readonly LineError[] } => {
  if (!lines.ok) return { rows: [], errors: lines.error };
  const parsed = lines.value.map((line) => ({ line: line.line, row: parseRow(line) }));
  return {
    rows: parsed.flatMap(({ line, row }) => (row.ok ? [{ line, row: row.value }] : [])),
    errors: parsed.flatMap(({ row }) => (row.ok ? [] : row.error)),
  };
};

const findRepeated = <T>(
  file: CsvFile,
  column: string,
  rows: readonly Numbered<T>[],
  keyOf: (row: T) => string,
): readonly LineError[] => {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const value = keyOf(row);
    const firstLine = firstLines.get(value);
    if (firstLine !== undefined)
      return [{ file, line, column, type: "repeated", value, firstLine }];
    firstLines.set(value, line);
    return [];
  });
};

const findUnknown = (
  rows: readonly Numbered<ContactRow>[],
  known: ReadonlySet<string>,
): readonly LineError[] =>
  rows
    .filter(({ row }) => !known.has(row.address.state))
    .map(({ line, row }) => ({
      file: "contacts",
      line,
      column: "state",
      type: "stateUnknown",
      value: row.address.state,
    }));

const byLine = (a: LineError, b: LineError): number =>
  a.file === b.file ? a.line - b.line : b.file.localeCompare(a.file);

/** Desks without contacts stay: the app shows that a State has named none. */
const addDesks = (entry: StateEntry, rows: readonly ContactRow[]): StateEntry => ({
  ...entry,
  desks: deskKinds.map((kind) => ({
    kind,
    contacts: rows
      .filter(({ address }) => address.state === entry.state && address.desk === kind)
      .map(({ contact }) => contact),
  })),
});

/** The last resort, as named on the last page of the Technical Secretariat's slides of 2024. */
const secretariatOffice: Edition["secretariat"] = {
  name: "Cybersecurity Program, Inter-American Committee against Terrorism (CICTE), OAS",
  emails: ["cybersecurity@oas.org"],
  source: "CICTE Technical Secretariat, 2024 workplan (slides)",
};
