import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { draftToParts, type InquiryParts } from "#domain/inquiry/inquiryParts.ts";
import { parseInquiryDraft, type StepPlan } from "#domain/inquiry/parseInquiryDraft.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import { inquiryToText } from "#domain/wording/inquiryToText.ts";
import { useInquiryEditor } from "#features/inquiries/autosave/useAutosave.ts";
import { listContacts, type ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { MissingList } from "#features/inquiries/fields/MissingList.tsx";
import { inquiryHref } from "#features/inquiries/inquiryRoute.ts";
import {
  InquiryTextView,
  LanguageChoice,
  ReaderLanguageNote,
} from "#features/inquiries/text/InquiryTextView.tsx";
import { MeaningQuotes } from "#features/inquiries/text/MeaningQuotes.tsx";
import { PrintedInquiry } from "#features/inquiries/text/PrintedPage.tsx";
import { CallWay } from "#features/inquiries/ways/CallWay.tsx";
import { EmailWay } from "#features/inquiries/ways/EmailWay.tsx";
import { PaperWay } from "#features/inquiries/ways/PaperWay.tsx";
import { SendWay } from "#features/inquiries/ways/SendWay.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import { fieldId } from "./stepProps.ts";
import "#features/inquiries/fields/missingList.css";

type ReviewStepProps = {
  readonly plans: readonly StepPlan[];
  readonly desks: ReadyDesks;
};

/**
 * The text as the other side will read it, its meaning, what is missing, and the ways to send it.
 */
export const ReviewStep = ({ plans, desks }: ReviewStepProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const { record, changeDraft } = useInquiryEditor();
  const entry = desks.edition?.states.find(({ state }) => state === record.draft.to?.state);
  const reader = planReaderLanguage(entry);
  const own = chooseLanguage([i18n.language]);
  const [language, setLanguage] = useState<Language>(reader.language);
  const say = useSay(language);
  const parts = draftToParts(record.draft, record.changedAt);
  const text =
    say.type === "ready" ? inquiryToText({ parts, id: record.id }, language, say.say) : undefined;
  return (
    <>
      <h3 className="no-print">{t("review.read.title")}</h3>
      <LanguageChoice theirs={reader.language} own={own} chosen={language} onChange={setLanguage} />
      <div className="no-print">
        <ReaderLanguageNote reader={reader} />
      </div>
      {text ? (
        <div className="text-page no-print">
          <p className="text-mark">{text.mark}</p>
          <InquiryTextView text={text} level={4} />
        </div>
      ) : (
        <SayProblem say={say} />
      )}
      <Meaning
        confirmed={record.draft.nationalSecurityConfirmed}
        onConfirm={(nationalSecurityConfirmed) => changeDraft({ nationalSecurityConfirmed })}
      />
      <MissingParts id={record.id} plans={plans} />
      <Ways parts={parts} theirs={reader.language} desks={desks} />
      {text && (
        <PrintedInquiry
          text={text}
          status={i18n.getFixedT(language, "sentences")("text.draft.label")}
        />
      )}
    </>
  );
};

type MeaningProps = {
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
};

/** Quotes from the draft procedure on the meaning of an inquiry, and the sender's confirmation. */
const Meaning = ({ confirmed, onConfirm }: MeaningProps) => {
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

type MissingPartsProps = { readonly id: ThreadId; readonly plans: readonly StepPlan[] };

/** Lists what is missing, each with a link to the step where it is added. */
const MissingParts = ({ id, plans }: MissingPartsProps) => {
  const { t } = useTranslation("inquiries");
  const missing = plans.flatMap((plan) => plan.missing);
  return (
    <div className="no-print">
      {missing.length === 0 && <Callout tone="good">{t("review.complete.message")}</Callout>}
      <MissingList missing={missing}>
        {({ step, field }, message) => (
          <>
            <a href={`${inquiryHref(id, step)}?field=${field}`}>{message}</a>{" "}
            <span className="quiet">({t(`steps.${step}.title`)})</span>
          </>
        )}
      </MissingList>
    </div>
  );
};

type WaysProps = {
  readonly parts: InquiryParts;
  readonly theirs: Language;
  readonly desks: ReadyDesks;
};

/** The four ways to send an inquiry; three of them always work. */
const Ways = ({ parts, theirs, desks }: WaysProps) => {
  const { t } = useTranslation("inquiries");
  const { record, change } = useInquiryEditor();
  const isComplete = parseInquiryDraft(record.draft, record.changedAt).ok;
  const contacts = listContacts(desks.edition, record.draft.to);
  const log = { calls: record.calls, otherWays: record.otherWays };
  const shared = { record, parts, theirs, contacts, log, isComplete, onLogChange: change };
  return (
    <div className="no-print">
      <h3>{t("review.ways.title")}</h3>
      <SendWay desks={desks} isComplete={isComplete} />
      <CallWay {...shared} />
      <EmailWay {...shared} />
      <PaperWay log={log} onLogChange={change} />
    </div>
  );
};
