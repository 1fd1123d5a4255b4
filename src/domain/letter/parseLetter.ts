import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { Letter } from "./letter.ts";

export type LetterError = { readonly type: "letterMalformed" };

/** The content of a signed letter, or `letterMalformed`: then it is shown as such, not hidden. */
export const parseLetter = (text: string): Result<Letter, LetterError> => {
  try {
    const parsed = v.safeParse(Letter, JSON.parse(text));
    return parsed.success ? ok(parsed.output) : err({ type: "letterMalformed" });
  } catch {
    return err({ type: "letterMalformed" });
  }
};
