import type { StateEntry } from "#domain/directory/edition.ts";
import { type Language, languages } from "#domain/language.ts";

/** In which language the other side reads, and why that one. */
export type ReaderLanguage = {
  readonly language: Language;
  readonly reason: "language" | "noneOfOurs" | "stateUnknown";
};

/**
 * The first of a State's languages in the Organization's work that Enlace speaks. English where it
 * has none of them (Suriname), or where no directory is held; the screen says so then.
 */
export const planReaderLanguage = (entry: StateEntry | undefined): ReaderLanguage => {
  if (!entry) return { language: "en", reason: "stateUnknown" };
  for (const code of entry.languages) {
    const language = languages.find((known) => known === code);
    if (language) return { language, reason: "language" };
  }
  return { language: "en", reason: "noneOfOurs" };
};
