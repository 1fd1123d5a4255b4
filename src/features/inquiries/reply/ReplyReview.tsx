import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, type Language } from "#domain/language.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { otherDeskOf } from "#domain/thread/threadStatus.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { InquiryTextView } from "#features/inquiries/text/InquiryTextView.tsx";
import { LanguageChoice } from "#features/inquiries/text/LanguageChoice.tsx";
import { ReaderLanguageNote } from "#features/inquiries/text/ReaderLanguageNote.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";
import { createReplyPreview } from "./createReplyPreview.ts";

type ReplyReviewProps = {
  readonly record: ReplyRecord;
  readonly plan: ThreadPlan;
  readonly desks: ReadyDesks;
};

/** The reply as the other side will read it: fixed sentences in its language, the rest as written. */
export const ReplyReview = ({ record, plan, desks }: ReplyReviewProps) => {
  const { t, i18n } = useTranslation("inquiries");
  const other = otherDeskOf(plan.record, plan.status);
  const entry = desks.edition?.states.find(({ state }) => state === other?.state);
  const reader = planReaderLanguage(entry);
  const own = chooseLanguage([i18n.language]);
  const [language, setLanguage] = useState<Language>(reader.language);
  const say = useSay(language);
  const letter = other && createReplyPreview(record, other);
  const text = letter && say.type === "ready" ? letterToText(letter, language, say.say) : undefined;
  return (
    <section>
      <h2>{t("review.read.title")}</h2>
      {letter ? (
        <>
          <LanguageChoice
            theirs={reader.language}
            own={own}
            chosen={language}
            onChange={setLanguage}
          />
          <ReaderLanguageNote reader={reader} />
          {text ? (
            <div className="text-sheet">
              <p className="text-mark">{text.mark}</p>
              <InquiryTextView text={text} level={3} />
            </div>
          ) : (
            <SayProblem say={say} />
          )}
        </>
      ) : (
        <p>{t("replyForm.notYet.message")}</p>
      )}
    </section>
  );
};
