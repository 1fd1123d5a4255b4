import * as v from "valibot";
import { StateCode } from "#domain/desk.ts";
import { ZoneName } from "#domain/directory/contact.ts";
import { Participation, type StateEntry } from "#domain/directory/edition.ts";
import { isKnownZone } from "#domain/directory/zonedTime.ts";
import { Day } from "#domain/instant.ts";
import { LanguageCode } from "#domain/language.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { createCellReader } from "./cellReader.ts";
import type { LineError } from "./lineError.ts";
import type { Columns, CsvLine } from "./readCsv.ts";

const required = [
  "iso2",
  "oas_languages",
  "other_languages",
  "capital_time_zone",
  "status",
  "status_since",
  "status_as_of",
  "status_source",
] as const;
type StateColumn = (typeof required)[number];

export const stateColumns: Columns<StateColumn> = {
  required,
  optional: [],
  ignored: ["iso3", "calling_code", "note"],
};

/** Parses a line of the file of States into an entry without desks, or returns all its errors. */
export const parseStateRow = (
  line: CsvLine<StateColumn>,
): Result<StateEntry, readonly LineError[]> => {
  const { read, readList, isEmpty, errors } = createCellReader("states", line);
  const since = isEmpty("status_since") ? undefined : read("status_since", "day", Day);
  const entry = {
    state: read("iso2", "state", StateCode),
    participation: {
      status: read("status", "status", Participation.entries.status),
      ...(since === undefined ? {} : { since }),
      asOf: read("status_as_of", "day", Day),
      source: read("status_source", "text", Participation.entries.source),
    },
    languages: readList("oas_languages", "languages", /\s+/, LanguageCode),
    otherLanguages: readList("other_languages", "languages", /\s+/, LanguageCode),
    zone: read("capital_time_zone", "zone", v.pipe(ZoneName, v.check(isKnownZone))),
    desks: [],
  };
  // Without errors, `read` has returned a value for every cell.
  return errors.length > 0 ? err(errors) : ok(entry as StateEntry);
};
