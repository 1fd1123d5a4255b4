import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";

/** JSON of a schema; what is not, is malformed. */
export const parseContent = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
): Result<T, { readonly type: "signedMalformed" }> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ type: "signedMalformed" });
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? ok(parsed.output) : err({ type: "signedMalformed" });
};
