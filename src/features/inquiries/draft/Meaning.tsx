import { useTranslation } from "react-i18next";
import { MeaningQuotes } from "#features/inquiries/text/MeaningQuotes.tsx";
import { fieldId } from "./stepProps.ts";

type MeaningProps = {
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
};

/** The draft's words on what an inquiry means, and the sender's confirmation. */
export const Meaning = ({ confirmed, onConfirm }: MeaningProps) => {
  const { t } = useTranslation("inquiries");
  return (
    <section className="no-print">
      <h3>{t("review.meaning.title")}</h3>
      <MeaningQuotes />
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
