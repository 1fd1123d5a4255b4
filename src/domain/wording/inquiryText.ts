import type { StateEntry } from "#domain/directory/edition.ts";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import { type Language, languages } from "#domain/language.ts";

/** One part of a text, with what a screen needs to show its type. */
export type TextPart =
  | { readonly type: "line"; readonly label: string; readonly text: string }
  | { readonly type: "sentence"; readonly text: string }
  /** A quotation of the draft, or our working translation of it; `note` tells which. */
  | { readonly type: "quote"; readonly text: string; readonly note: string }
  /** Free text as its sender wrote it, in the sender's language. */
  | {
      readonly type: "written";
      readonly text: string;
      readonly language: Language;
      readonly note: string;
    }
  | { readonly type: "points"; readonly texts: readonly string[] };

export type TextSection = { readonly heading: string; readonly parts: readonly TextPart[] };

/** A whole text in one language: the one model that is shown, printed, mailed and read aloud. */
export type InquiryText = {
  readonly language: Language;
  readonly title: string;
  readonly mark: SharingMark | undefined;
  readonly sections: readonly TextSection[];
};

/** Converts a text to plain lines, separated by `\n`; its mark is the first and the last line. */
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

/** The other side's language, and the reason for that choice. */
export type ReaderLanguage = {
  readonly language: Language;
  readonly reason: "language" | "noneOfOurs" | "stateUnknown";
};

/**
 * Chooses the first of a State's languages in the Organization's work that Enlace offers. English
 * if there is none (Suriname), or no directory is saved; the screen then says so.
 */
export const planReaderLanguage = (entry: StateEntry | undefined): ReaderLanguage => {
  if (!entry) return { language: "en", reason: "stateUnknown" };
  for (const code of entry.languages) {
    const language = languages.find((known) => known === code);
    if (language) return { language, reason: "language" };
  }
  return { language: "en", reason: "noneOfOurs" };
};
