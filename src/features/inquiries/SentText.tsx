import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InquiryContent } from "#domain/inquiry.ts";
import type { InquiryRecord } from "#domain/inquiryRecord.ts";
import { inquiryToText } from "#domain/inquiryToText.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import type { ReaderLanguage } from "#domain/planReaderLanguage.ts";
import { formatInstant } from "#i18n/format.ts";
import type { InquiriesT } from "./createSay.ts";
import { InquiryTextView } from "./InquiryTextView.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PrintedInquiry } from "./PrintedInquiry.tsx";
import { contentToParts } from "./recordToParts.ts";
import { SayProblem } from "./SayProblem.tsx";
import { useSay } from "./useSay.ts";

type SentTextProps = {
  readonly record: InquiryRecord;
  readonly content: InquiryContent;
  readonly reader: ReaderLanguage;
};

/** The text as it was queued, never as the draft may look since; on paper with its true status. */
export const SentText = ({ record, content, reader }: SentTextProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const own = chooseLanguage([i18n.language]);
  const [language, setLanguage] = useState<Language>(reader.language);
  const say = useSay(language);
  if (say.type !== "ready") return <SayProblem say={say} />;
  const source = { parts: contentToParts(content), id: record.id };
  const text = inquiryToText(source, language, say.say);
  const status = sayPrintStatus(i18n.getFixedT(language, "inquiries"), language, record);
  return (
    <>
      <section className="no-print">
        <h2>{t("record.text.title")}</h2>
        <LanguageChoice
          theirs={reader.language}
          own={own}
          chosen={language}
          onChange={setLanguage}
        />
        <div className="text-sheet">
          <p className="text-mark">{text.mark}</p>
          <InquiryTextView text={text} />
        </div>
      </section>
      <PrintedInquiry text={text} status={status} />
    </>
  );
};

const sayPrintStatus = (t: InquiriesT, language: string, { progress }: InquiryRecord): string => {
  switch (progress.type) {
    case "draft":
      return t("print.draft.label");
    case "queued":
      return t("print.queued.label", { when: formatInstant(progress.queuedAt, language) });
    case "held": {
      const { heldAt, number } = progress.receipt;
      return t("print.held.label", { when: formatInstant(heldAt, language), number });
    }
    case "withdrawn":
      return t("print.withdrawn.label", { when: formatInstant(progress.withdrawnAt, language) });
  }
};
