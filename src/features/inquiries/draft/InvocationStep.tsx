import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import { ReaderLanguageNote } from "#features/inquiries/text/InquiryTextView.tsx";
import { formatLanguageName } from "#i18n/format.ts";
import { useSay } from "#words/useSay.tsx";
import type { StepProps } from "./stepProps.ts";
import "./InvocationStep.css";

/** Step 3: the invocation, in fixed sentences; nothing is typed here. */
export const InvocationStep = ({ draft, edition }: StepProps) => {
  const { t, i18n } = useTranslation(["inquiries", "sentences", "words"]);
  const entry = edition?.states.find(({ state }) => state === draft.to?.state);
  const reader = planReaderLanguage(entry);
  const own = chooseLanguage([i18n.language]);
  const theirs = useSay(reader.language);
  return (
    <>
      <p>{t("invocationStep.fixed.message")}</p>
      <h3>{t("invocationStep.own.label")}</h3>
      <blockquote className="invocation-words">{t("sentences:text.invocation.message")}</blockquote>
      {reader.language !== own && (
        <>
          <h3>
            {t("invocationStep.theirs.label", {
              language: formatLanguageName(reader.language, i18n.language),
            })}
          </h3>
          <blockquote className="invocation-words" lang={reader.language}>
            {theirs.type === "ready"
              ? theirs.say({ type: "invocation" })
              : t("words:say.loading.message")}
          </blockquote>
        </>
      )}
      <ReaderLanguageNote reader={reader} />
      <p className="quiet">{t("invocationStep.source.message")}</p>
    </>
  );
};
