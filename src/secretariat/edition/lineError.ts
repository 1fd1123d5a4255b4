export type CsvFile = "contacts" | "states";

/** What a cell should have held; the documentation of the columns explains each. */
export type CellKind =
  | "state"
  | "desk"
  | "id"
  | "text"
  | "phones"
  | "emails"
  | "languages"
  | "zone"
  | "hours"
  | "day"
  | "status"
  | "yes";

export type LineProblem =
  | { readonly type: "notUtf8" }
  | { readonly type: "csvBroken"; readonly reason: string }
  | { readonly type: "columnMissing" }
  | { readonly type: "columnUnknown" }
  | { readonly type: "columnRepeated" }
  | { readonly type: "cellCount"; readonly expected: number; readonly found: number }
  | { readonly type: "cellEmpty" }
  | { readonly type: "cellMalformed"; readonly expected: CellKind; readonly value: string }
  | { readonly type: "stateUnknown"; readonly value: string }
  | { readonly type: "repeated"; readonly value: string; readonly firstLine: number }
  | { readonly type: "unreachable" }
  | { readonly type: "confirmationIncomplete" }
  | { readonly type: "confirmedInFuture"; readonly value: string }
  | { readonly type: "expiresBeforeConfirmed"; readonly value: string };

/** One thing wrong in one place. Lines count from 1, the header; `column` is empty for a whole line. */
export type LineError = LineProblem & {
  readonly file: CsvFile;
  readonly line: number;
  readonly column: string;
};
