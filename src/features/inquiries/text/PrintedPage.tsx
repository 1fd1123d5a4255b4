import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import { draftToParts } from "#domain/inquiry/inquiryParts.ts";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import type { InquiryText } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { threadToText } from "#domain/wording/threadToText.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { createSay } from "#words/say.ts";
import { useSay } from "#words/useSay.tsx";
import { InquiryTextView } from "./InquiryTextView.tsx";
import "./PrintedPage.css";

type PrintedPageProps = {
  readonly mark: SharingMark | undefined;
  readonly language: Language;
  readonly children: ReactNode;
};

/** The sheet of paper: its mark at the top and at the bottom of every page. */
const PrintedPage = ({ mark, language, children }: PrintedPageProps) => (
  <div className="print-only printed" lang={language}>
    <div className="printed-mark">
      <p>{mark}</p>
    </div>
    <div className="printed-body">{children}</div>
    <div className="printed-mark printed-mark-foot">
      <p>{mark}</p>
    </div>
  </div>
);

/** What the browser's own "print" gives at any step: the draft, not the form. */
export const PrintedDraft = ({ record }: { readonly record: InquiryRecord }) => {
  const { t, i18n } = useTranslation("sentences");
  const language = chooseLanguage([i18n.language]);
  const source = { parts: draftToParts(record.draft, record.changedAt), id: record.id };
  const text = inquiryToText(source, language, createSay(i18n, language));
  return <PrintedInquiry text={text} status={t("text.draft.label")} />;
};

type PrintedInquiryProps = {
  readonly text: InquiryText;
  /** What it is, truthfully, where the text does not say it. */
  readonly status?: string;
};

/** An inquiry on paper. */
export const PrintedInquiry = ({ text, status }: PrintedInquiryProps) => (
  <PrintedPage mark={text.mark} language={text.language}>
    {status && <p className="printed-status">{status}</p>}
    <p className="printed-title">{text.title}</p>
    <InquiryTextView text={text} level={3} />
  </PrintedPage>
);

type PrintedThreadProps = { readonly plan: ThreadPlan; readonly language: Language };

/** The exchange on paper: each letter as it stands, under the strictest mark of them. */
export const PrintedThread = ({ plan, language }: PrintedThreadProps) => {
  const say = useSay(language);
  if (say.type !== "ready") return null;
  const text = threadToText(plan.record, plan.sources.receipts, language, say.say);
  return (
    <PrintedPage mark={text.mark} language={language}>
      <p className="printed-title">{text.title}</p>
      {text.letters.map((letter, index) => (
        // Letters only ever come after those that are there.
        <section key={`${letter.title} ${index}`} className="printed-letter">
          <p className="printed-letter-title">
            {letter.title}
            {letter.mark && ` · ${letter.mark}`}
          </p>
          <InquiryTextView text={letter} level={3} />
        </section>
      ))}
    </PrintedPage>
  );
};
