import * as v from "valibot";

/** Parses JSON of a schema; undefined for a text that is not JSON, or doesn't match the schema. */
export const parseJson = <T>(text: string, schema: v.GenericSchema<unknown, T>): T | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? parsed.output : undefined;
};
