import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "#domain/result.ts";
import type { CsvFile, LineError, LineProblem } from "./lineError.ts";

/** A record of the file: its first line, counted from 1, and its trimmed cells by column. */
export type CsvLine<C extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<C, string>>;
};

export type Columns<C extends string> = {
  readonly required: readonly C[];
  /** If missing, their cells read as empty. */
  readonly optional: readonly C[];
  /** Allowed, but not read. */
  readonly ignored: readonly string[];
};

/**
 * Reads the lines of a CSV file (RFC 4180; UTF-8; separated by `,` `;` or tabs, as in the header), or
 * returns an error for every line whose cells don't fit the header. Skips empty lines.
 */
export const readCsv = <C extends string>(
  file: CsvFile,
  bytes: Uint8Array,
  columns: Columns<C>,
): Result<readonly CsvLine<C>[], readonly LineError[]> => {
  const at = (line: number, column: string, problem: LineProblem): LineError => ({
    file,
    line,
    column,
    ...problem,
  });
  const records = readRecords(bytes);
  if (!records.ok) return err([at(records.error.line, "", records.error.problem)]);
  const header = records.value[0]?.cells ?? [];
  const errors = [
    ...checkHeader(header, columns).map(([column, problem]) => at(1, column, problem)),
    ...records.value.slice(1).flatMap(({ line, cells }) => {
      const [expected, found] = [header.length, cells.length];
      return expected === found ? [] : [at(line, "", { type: "cellCount", expected, found })];
    }),
  ];
  if (errors.length > 0) return err(errors);
  const lines = records.value.slice(1).map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries([
      ...columns.optional.map((column) => [column, ""]),
      ...header.map((column, index) => [column, cells[index]]),
    ]),
  }));
  // The header was checked, so each required column is there.
  return ok(lines as unknown as readonly CsvLine<C>[]);
};

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
type Broken = { readonly line: number; readonly problem: LineProblem };

const readRecords = (bytes: Uint8Array): Result<readonly CsvRecord[], Broken> => {
  const text = decodeUtf8(bytes);
  if (text === undefined) return err({ line: 1, problem: { type: "notUtf8" } });
  try {
    const parsed = parse(text, {
      delimiter: findDelimiter(text),
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return ok(
      parsed.map(({ record, info }) => ({ line: firstLine(record, info.lines), cells: record })),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause["lines"] === "number" ? cause["lines"] : 1;
    return err({ line, problem: { type: "csvBroken", reason: cause.code } });
  }
};

/** The parser gives a record's last line; with line breaks in its cells, it begins earlier. */
const firstLine = (record: readonly string[], lastLine: number): number =>
  lastLine - record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Spreadsheets set to Spanish, French or Portuguese write `;`. */
const findDelimiter = (text: string): string => {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [",", ";", "\t"].map((one) => [one, header.split(one).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
};

const checkHeader = <C extends string>(
  header: readonly string[],
  { required, optional, ignored }: Columns<C>,
): readonly (readonly [string, LineProblem])[] => {
  const known: readonly string[] = [...required, ...optional, ...ignored];
  return [
    ...required
      .filter((column) => !header.includes(column))
      .map((column) => [column, { type: "columnMissing" }] as const),
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => [column, { type: "columnUnknown" }] as const),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) => [column, { type: "columnRepeated" }] as const),
  ];
};
