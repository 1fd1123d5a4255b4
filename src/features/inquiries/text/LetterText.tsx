import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import type { Letter } from "#domain/letter/letter.ts";
import type { InquiryText } from "#domain/wording/inquiryText.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import type { Say, TextHeading } from "#domain/wording/sentence.ts";
import { InquiryTextView } from "./InquiryTextView.tsx";

type LetterTextProps = {
  readonly letter: Letter;
  readonly language: Language;
  readonly say: Say;
};

/** The content of a letter. The asker and the form of the request are one tap away. */
export const LetterText = ({ letter, language, say }: LetterTextProps) => {
  const { t } = useTranslation("inquiries");
  const text = letterToText(letter, language, say);
  if (!text) return null;
  const pick = (...headings: readonly TextHeading[]): InquiryText =>
    withSections(text, say, headings, true);
  // The heading of a reply's own letter, just above, already names it.
  const isInquiry = letter.kind === "inquiry";
  return (
    <div className="text-page">
      {text.mark && <p className="text-mark">{text.mark}</p>}
      <InquiryTextView
        text={withSections(text, say, ["parties", "measure", "meaning"], false)}
        level={4}
        without={isInquiry ? undefined : text.sections[1]?.heading}
      />
      <details>
        <summary>{t(isInquiry ? "letter.howAsked.title" : "letter.parties.title")}</summary>
        <InquiryTextView
          text={isInquiry ? pick("parties", "measure") : pick("parties")}
          level={4}
        />
      </details>
    </div>
  );
};

/** Selects sections by their heading, since a text contains only what is shown. */
const withSections = (
  text: InquiryText,
  say: Say,
  headings: readonly TextHeading[],
  isWanted: boolean,
): InquiryText => {
  const named = new Set(headings.map((of) => say({ type: "heading", of })));
  return {
    ...text,
    sections: text.sections.filter(({ heading }) => named.has(heading) === isWanted),
  };
};
