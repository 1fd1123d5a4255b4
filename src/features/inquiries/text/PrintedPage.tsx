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

/** A printed page, with its mark at the top and bottom of every sheet of paper. */
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

/**
 * The draft as text, which the browser's own print command prints at any step instead of the form.
 */
export const PrintedDraft = ({ record }: { readonly record: InquiryRecord }) => {
  const { t, i18n } = useTranslation("sentences");
  const language = chooseLanguage([i18n.language]);
  const source = { parts: draftToParts(record.draft, record.changedAt), id: record.id };
  const text = inquiryToText(source, language, createSay(i18n, language));
  return <PrintedInquiry text={text} status={t("text.draft.label")} />;
};

type PrintedInquiryProps = {
  readonly text: InquiryText;
  /** The true status of the inquiry, where the text does not give it. */
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

/** The exchange on paper: each letter as it is, under the strictest of their marks. */
export const PrintedThread = ({ plan, language }: PrintedThreadProps) => {
  const say = useSay(language);
  if (say.type !== "ready") return null;
  const text = threadToText(plan.record, plan.sources.receipts, language, say.say);
  return (
    <PrintedPage mark={text.mark} language={language}>
      <p className="printed-title">{text.title}</p>
      {text.letters.map((letter, index) => (
        // New letters are only ever appended.
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
