import * as v from "valibot";
import type { CellKind, CsvFile, LineError, LineProblem } from "./lineError.ts";
import type { CsvLine } from "./readCsv.ts";

/** Reads the cells of one line, and collects their errors. */
export type CellReader<C extends string> = {
  readonly errors: readonly LineError[];
  readonly isEmpty: (column: C) => boolean;
  /** The cell by its schema; `undefined`, and an error, if it is empty or malformed. */
  readonly read: <T>(column: C, kind: CellKind, schema: Schema<T>) => T | undefined;
  /** The parts of a cell, possibly none. */
  readonly readList: <T>(column: C, kind: CellKind, separator: RegExp, schema: Schema<T>) => T[];
  readonly note: (column: C | "", problem: LineProblem) => void;
};

type Schema<T> = v.GenericSchema<unknown, T>;

export const createCellReader = <C extends string>(
  file: CsvFile,
  { line, cells }: CsvLine<C>,
): CellReader<C> => {
  const errors: LineError[] = [];
  const note = (column: C | "", problem: LineProblem): void => {
    errors.push({ file, line, column, ...problem });
  };
  const check = <T>(column: C, kind: CellKind, value: string, schema: Schema<T>): T | undefined => {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    note(column, { type: "cellMalformed", expected: kind, value });
    return undefined;
  };
  return {
    errors,
    note,
    isEmpty: (column) => cells[column] === "",
    read: (column, kind, schema) => {
      if (cells[column] !== "") return check(column, kind, cells[column], schema);
      note(column, { type: "cellEmpty" });
      return undefined;
    },
    readList: (column, kind, separator, schema) =>
      cells[column]
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map((part) => check(column, kind, part, schema))
        .filter((part) => part !== undefined),
  };
};
