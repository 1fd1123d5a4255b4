import type { StateEntry } from "#domain/directory/edition.ts";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import { type Language, languages } from "#domain/language.ts";

/** One part of a text, with what a screen has to know to show it as what it is. */
export type TextPart =
  | { readonly type: "line"; readonly label: string; readonly text: string }
  | { readonly type: "sentence"; readonly text: string }
  /** Words of the draft, or our working translation of them; `note` says which. */
  | { readonly type: "quote"; readonly text: string; readonly note: string }
  /** Free text, as its sender wrote it, in the sender's language. */
  | {
      readonly type: "written";
      readonly text: string;
      readonly language: Language;
      readonly note: string;
    }
  | { readonly type: "points"; readonly texts: readonly string[] };

export type TextSection = { readonly heading: string; readonly parts: readonly TextPart[] };

/** A whole text in one language: shown, printed, mailed and read aloud from this one model. */
export type InquiryText = {
  readonly language: Language;
  readonly title: string;
  readonly mark: SharingMark | undefined;
  readonly sections: readonly TextSection[];
};

/** The text as plain lines, `\n` between them; its mark stands first and last. */
export const inquiryTextToPlain = (text: InquiryText): string => {
  const mark = text.mark ? [text.mark, ""] : [];
  const body = text.sections.flatMap(({ heading, parts }) => [
    heading.toLocaleUpperCase(text.language),
    ...parts.flatMap(partToLines),
    "",
  ]);
  return [...mark, text.title, "", ...body, ...mark].join("\n").trimEnd();
};

const partToLines = (part: TextPart): readonly string[] => {
  switch (part.type) {
    case "line":
      return [`${part.label}: ${part.text}`];
    case "sentence":
      return [part.text];
    case "quote":
      return [part.text, `(${part.note})`];
    case "written":
      return [`[${part.note}]`, part.text];
    case "points":
      return part.texts.map((point) => `- ${point}`);
  }
};

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
