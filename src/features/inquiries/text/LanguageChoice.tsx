import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { Button } from "#ui/controls/Button.tsx";

type LanguageChoiceProps = {
  readonly theirs: Language;
  readonly own: Language;
  readonly chosen: Language;
  readonly onChange: (language: Language) => void;
};

/** Between the other State's language and one's own; nothing where they are the same. */
export const LanguageChoice = ({ theirs, own, chosen, onChange }: LanguageChoiceProps) => {
  const { t, i18n } = useTranslation("inquiries");
  if (theirs === own) return null;
  const choices = [
    { language: theirs, key: "review.theirs.label" },
    { language: own, key: "review.own.label" },
  ] as const;
  return (
    <fieldset className="language-choice no-print">
      <legend className="visually-hidden">{t("review.language.label")}</legend>
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
