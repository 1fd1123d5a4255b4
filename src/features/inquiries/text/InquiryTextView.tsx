import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import type { InquiryText, ReaderLanguage, TextPart } from "#domain/wording/inquiryText.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import "./InquiryTextView.css";

type InquiryTextViewProps = {
  readonly text: InquiryText;
  /** The level of its sections' headings on the page. */
  readonly level?: 2 | 3 | 4 | 5;
  /** A heading that is already shown above and would be repeated. */
  readonly without?: string | undefined;
};

/** Shows a text in one language, each part with its standing. */
export const InquiryTextView = ({ text, level = 3, without }: InquiryTextViewProps) => {
  const Heading = `h${level}` as const;
  return (
    <div className="inquiry-text" lang={text.language}>
      {text.sections.map((section) => (
        <section key={section.heading}>
          {section.heading !== without && <Heading>{section.heading}</Heading>}
          {section.parts.map((part, index) => (
            // The parts of a section never change places: the procedure fixes their order.
            <PartView key={`${part.type} ${index}`} part={part} />
          ))}
        </section>
      ))}
    </div>
  );
};

/** Shows one part of a text with its standing. */
export const PartView = ({ part }: { readonly part: TextPart }) => {
  switch (part.type) {
    case "line":
      return (
        <p>
          <span className="text-label">{part.label}:</span> {part.text}
        </p>
      );
    case "sentence":
      return <p>{part.text}</p>;
    case "quote":
      return (
        <figure className="text-quote">
          <blockquote>{part.text}</blockquote>
          <figcaption>{part.note}</figcaption>
        </figure>
      );
    case "written":
      return (
        <div>
          <p className="quiet">{part.note}</p>
          <p className="text-free" lang={part.language} dir="auto">
            {part.text}
          </p>
        </div>
      );
    case "points":
      return (
        <ul>
          {part.texts.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      );
  }
};

type LanguageChoiceProps = {
  readonly theirs: Language;
  readonly own: Language;
  readonly chosen: Language;
  readonly onChange: (language: Language) => void;
};

/** Chooses between the other State's language and one's own; shows nothing if they are the same. */
export const LanguageChoice = ({ theirs, own, chosen, onChange }: LanguageChoiceProps) => {
  const { t, i18n } = useTranslation(["inquiries", "app"]);
  if (theirs === own) return null;
  const choices = [
    { language: theirs, key: "review.theirs.label" },
    { language: own, key: "review.own.label" },
  ] as const;
  return (
    <fieldset className="language-choice no-print">
      <legend className="visually-hidden">{t("app:layout.language.label")}</legend>
      {choices.map(({ language, key }) => (
        <Button
          key={language}
          aria-pressed={language === chosen}
          onClick={() => onChange(language)}
        >
          {t(key, { language: formatLanguageName(language, i18n.language) })}
        </Button>
      ))}
    </fieldset>
  );
};

/** Says why the text is in English instead of the other State's language. */
export const ReaderLanguageNote = ({ reader }: { readonly reader: ReaderLanguage }) => {
  const { t } = useTranslation("inquiries");
  switch (reader.reason) {
    case "language":
      return null;
    case "noneOfOurs":
      return <Callout tone="plain">{t("invocationStep.noneOfOurs.message")}</Callout>;
    case "stateUnknown":
      return <Callout tone="plain">{t("invocationStep.stateUnknown.message")}</Callout>;
  }
};
