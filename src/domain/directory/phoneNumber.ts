import { err, ok, type Result } from "#domain/result.ts";

/**
 * A telephone number as people type it to E.164, or `invalidPhone`. Spaces, parentheses, hyphens,
 * dots and slashes are dropped. It must begin with `+`: thirteen States share calling code 1, so no
 * country is ever guessed; nor is a `(0)`, which some countries dial and others don't.
 */
export const parsePhoneNumber = (typed: string): Result<string, { type: "invalidPhone" }> => {
  const digits = typed.replace(/[\s()./\u00a0\u2010-\u2015-]/g, "");
  const isAmbiguous = /\(\s*0\s*\)/.test(typed);
  if (isAmbiguous || !/^\+[1-9]\d{6,14}$/.test(digits)) return err({ type: "invalidPhone" });
  return ok(digits);
};
