import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Instant } from "#domain/instant.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import { otherDeskOf } from "#domain/thread/threadStatus.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { EngageSection } from "#features/inquiries/engage/EngageSection.tsx";
import { inquiriesHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { ReplyOptions } from "#features/inquiries/reply/ReplyOptions.tsx";
import { MeaningQuotes } from "#features/inquiries/text/MeaningQuotes.tsx";
import { PrintedThread } from "#features/inquiries/text/PrintedSheet.tsx";
import { RecordNotes } from "#features/inquiries/ways/RecordNotes.tsx";
import { formatStateName } from "#i18n/format.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { AttentionNotices } from "./AttentionNotices.tsx";
import { Correspondence } from "./Correspondence.tsx";
import { StandingSection } from "./StandingSection.tsx";
import { ThreadActions } from "./ThreadActions.tsx";
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
