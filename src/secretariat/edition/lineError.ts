export type CsvFile = "contacts" | "states";

/** The kind of content that a cell should have; docs/directory-csv.md explains each. */
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

/** One error. Lines count from 1, the header; `column` is empty for an error of the whole line. */
export type LineError = LineProblem & {
  readonly file: CsvFile;
  readonly line: number;
  readonly column: string;
};

/** `contacts line 7, phones: "555" is no …`, for the terminal. */
export const formatLineError = (error: LineError): string => {
  const where = `${error.file} line ${error.line}${error.column ? `, ${error.column}` : ""}`;
  return `${where}: ${formatProblem(error)}`;
};

const formatProblem = (problem: LineProblem): string => {
  switch (problem.type) {
    case "notUtf8":
      return "the file is not UTF-8; save it as “CSV UTF-8”";
    case "csvBroken":
      return `no readable CSV from here on (${problem.reason})`;
    case "columnMissing":
      return "this column is missing";
    case "columnUnknown":
      return "this column is not known";
    case "columnRepeated":
      return "this column stands there twice";
    case "cellCount":
      return `${problem.expected} cells expected, ${problem.found} found`;
    case "cellEmpty":
      return "must not be empty";
    case "cellMalformed":
      return `“${problem.value}” is not ${expectations[problem.expected]}`;
    case "stateUnknown":
      return `“${problem.value}” is not in the file of States`;
    case "repeated":
      return `“${problem.value}” stands already in line ${problem.firstLine}`;
    case "unreachable":
      return "neither a phone nor an e-mail";
    case "confirmationIncomplete":
      return "confirmed_by and confirmed_on go together: fill both or neither";
    case "confirmedInFuture":
      return `${problem.value} is after the day on which the edition is issued`;
    case "expiresBeforeConfirmed":
      return `${problem.value} is before confirmed_on`;
  }
};

const expectations: Readonly<Record<CellKind, string>> = {
  state: "a State's two letters (ISO 3166-1), such as CL",
  desk: "policy, foreign-affairs or technical",
  id: "an id of 1 to 64 letters, digits and hyphens",
  text: "a text of at most 200 characters",
  phones: "phones as +56 2 1234 5678, separated by “;”",
  emails: "e-mail addresses separated by “;”",
  languages: "language codes separated by spaces, such as es pt",
  zone: "a time zone's name, such as America/Santiago",
  hours: "hours such as 24/7 or Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00",
  day: "a day such as 2026-11-22",
  status: "member, not-participating, withdrawn or disputed",
  yes: "yes, and may be empty",
};
