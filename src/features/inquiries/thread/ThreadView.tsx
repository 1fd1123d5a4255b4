import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Instant } from "#domain/instant.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { otherDeskOf } from "#domain/thread/otherDeskOf.ts";
import { planReaderLanguage } from "#domain/wording/planReaderLanguage.ts";
import { formatStateName } from "#i18n/format.ts";
import { PageHeading } from "#ui/PageHeading.tsx";
import { AttentionNotices } from "./AttentionNotices.tsx";
import { Correspondence } from "./Correspondence.tsx";
import { EngageSection } from "./EngageSection.tsx";
import { inquiriesHref } from "./inquiryHref.ts";
import { MeaningQuotes } from "./MeaningQuotes.tsx";
import { PrintedThread } from "./PrintedThread.tsx";
import type { ThreadPlan } from "./planThread.ts";
import { RecordNotes } from "./RecordNotes.tsx";
import { ReplyOptions } from "./ReplyOptions.tsx";
import { StandingSection } from "./StandingSection.tsx";
import { ThreadActions } from "./ThreadActions.tsx";
import type { ReadyDesks } from "./useDesks.ts";
import { useMarkRead } from "./useMarkRead.ts";
import "./ThreadView.css";

type ThreadViewProps = {
  readonly plan: ThreadPlan;
  readonly desks: ReadyDesks;
  readonly now: Instant;
};

/** A correspondence: what it means, where it stands, who wrote what, and what can be done next. */
export const ThreadView = ({ plan, desks, now }: ThreadViewProps) => {
  const { i18n } = useTranslation("inquiries");
  const { record, status, inquiry } = plan;
  const own = chooseLanguage([i18n.language]);
  const [language, setLanguage] = useState<Language>(own);
  const fresh = useMarkRead(record);
  const other = otherDeskOf(record, status);
  const entry = desks.edition?.states.find(({ state }) => state === other?.state);
  const reader = planReaderLanguage(entry);
  const shared = { plan, entry, other, now };
  return (
    <>
      <div className="no-print">
        <ThreadHeading plan={plan} />
        <MeaningQuotes />
        <AttentionNotices plan={plan} />
        <StandingSection {...shared} />
        <Correspondence
          plan={plan}
          fresh={fresh}
          theirs={reader.language}
          own={own}
          language={language}
          onLanguageChange={setLanguage}
        />
        <ReplyOptions plan={plan} />
        {status.side === "asked" && <EngageSection plan={plan} />}
        <ThreadActions plan={plan} language={language} />
      </div>
      <PrintedThread plan={plan} language={language} />
      {inquiry && <RecordNotes record={inquiry} edition={desks.edition} reader={reader} />}
    </>
  );
};

const ThreadHeading = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { record, status } = plan;
  const other = otherDeskOf(record, status);
  const state = other ? formatStateName(other.state, i18n.language) : "";
  const title = status.side === "asker" ? "editor.toState.title" : "received.page.title";
  return (
    <PageHeading
      title={t(title, { state })}
      back={{ href: inquiriesHref, label: t("editor.list.action") }}
    />
  );
};
