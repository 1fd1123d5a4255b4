import { useTranslation } from "react-i18next";
import { listMeaning } from "#domain/inquiryToText.ts";
import { chooseLanguage } from "#domain/language.ts";
import { createSay } from "./createSay.ts";
import { fieldId } from "./stepProps.ts";

type MeaningProps = {
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
};

/** The draft's words on what an inquiry means, and the sender's confirmation. */
export const Meaning = ({ confirmed, onConfirm }: MeaningProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const language = chooseLanguage([i18n.language]);
  return (
    <section className="no-print">
      <h3>{t("review.meaning.title")}</h3>
      {listMeaning(language, createSay(t, language)).map(
        (part) =>
          part.type === "quote" && (
            <figure className="text-quote" key={part.text}>
              <blockquote>{part.text}</blockquote>
              <figcaption>{part.note}</figcaption>
            </figure>
          ),
      )}
      <label className="choice-row">
        <input
          id={fieldId("nationalSecurityConfirmed")}
          type="checkbox"
          checked={confirmed}
          onChange={(event) => onConfirm(event.target.checked)}
        />
        <span>{t("review.nationalSecurity.label")}</span>
      </label>
    </section>
  );
};
