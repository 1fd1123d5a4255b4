import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskAddress, idToDesk } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId } from "#domain/envelope/envelope.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { createLetter } from "#domain/letter/createLetter.ts";
import type { Letter } from "#domain/letter/letter.ts";
import { parseReplyDraft } from "#domain/letter/parseReplyDraft.ts";
import type { ReplyRecord } from "#domain/letter/replyDraft.ts";
import { otherDeskOf } from "#domain/thread/threadStatus.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import { letterToText } from "#domain/wording/letterToText.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import {
  InquiryTextView,
  LanguageChoice,
  ReaderLanguageNote,
} from "#features/inquiries/text/InquiryTextView.tsx";
import { SayProblem, useSay } from "#words/useSay.tsx";

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
            <div className="text-page">
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

/**
 * Creates a preview of a reply as a letter, without id or author; it is never saved.
 * Undefined while anything is missing.
 */
export const createReplyPreview = (record: ReplyRecord, other: DeskAddress): Letter | undefined => {
  const content = parseReplyDraft(record.draft);
  if (!content.ok) return undefined;
  const head = {
    id: "" as EnvelopeId,
    author: "" as DeviceId,
    thread: record.thread,
    from: idToDesk(record.desk),
    to: other,
    urgency: "none",
    writtenAt: record.changedAt,
    seen: [],
  } as const;
  return createLetter(head, content.value);
};
