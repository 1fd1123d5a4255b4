import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { Edition } from "./edition.ts";

/** Room for some 10,000 contacts. Counted in UTF-16 units: an upper bound, cheap to look at. */
export const editionMaxLength = 8 * 1024 * 1024;

export type EditionError =
  | { readonly type: "editionTooLarge"; readonly maxLength: number }
  | { readonly type: "editionNotJson" }
  /** `issues` are paths into the file: `states.3.desks.0.contacts.1.phones.0`. */
  | { readonly type: "editionMalformed"; readonly issues: readonly string[] };

/**
 * An edition from its text, the `content` of a signed file whose signature was looked at before; or
 * why it is none, and nothing of it is used then.
 */
export const parseEdition = (text: string): Result<Edition, EditionError> => {
  if (text.length > editionMaxLength) {
    return err({ type: "editionTooLarge", maxLength: editionMaxLength });
  }
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = v.safeParse(Edition, json.value);
  if (!parsed.success) {
    const issues = parsed.issues.map((issue) => v.getDotPath(issue) ?? "");
    return err({ type: "editionMalformed", issues: issues.slice(0, 20) });
  }
  const repeated = listRepeated(parsed.output);
  if (repeated.length > 0) return err({ type: "editionMalformed", issues: repeated });
  return ok(parsed.output);
};

const parseJson = (text: string): Result<unknown, EditionError> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ type: "editionNotJson" });
  }
};

/** A State, a desk of a State, or a contact's id that stands there twice. */
const listRepeated = (edition: Edition): string[] => {
  const seen = new Set<string>();
  const repeated: string[] = [];
  const note = (key: string): void => {
    if (seen.has(key)) repeated.push(key);
    seen.add(key);
  };
  for (const entry of edition.states) {
    note(entry.state);
    for (const desk of entry.desks) {
      note(`${entry.state}/${desk.kind}`);
      for (const contact of desk.contacts) note(`contact ${contact.id}`);
    }
  }
  return repeated;
};
