import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnvelopeId } from "#domain/envelope/envelope.ts";
import type { Instant } from "#domain/instant.ts";
import { chooseLanguage, type Language } from "#domain/language.ts";
import type { ThreadPlace, ThreadRecord } from "#domain/thread/thread.ts";
import { listUnread } from "#domain/thread/threadReading.ts";
import { otherDeskOf } from "#domain/thread/threadStatus.ts";
import { planReaderLanguage } from "#domain/wording/inquiryText.ts";
import type { ReadyDesks } from "#features/inquiries/desks/useDesks.ts";
import { EngageSection } from "#features/inquiries/engage/EngageSection.tsx";
import { inquiriesHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { ThreadGate } from "#features/inquiries/opened/ThreadGate.tsx";
import { ToDraft } from "#features/inquiries/opened/ToThread.tsx";
import { useThread } from "#features/inquiries/opened/useThread.ts";
import { ReplyOptions } from "#features/inquiries/reply/ReplyOptions.tsx";
import { MeaningQuotes } from "#features/inquiries/text/MeaningQuotes.tsx";
import { PrintedThread } from "#features/inquiries/text/PrintedPage.tsx";
import { OtherWays } from "#features/inquiries/ways/OtherWays.tsx";
import { formatStateName } from "#i18n/format.ts";
import { markRead } from "#sealing/outgoing/queueNote.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";
import { PageHeading } from "#ui/signs/PageHeading.tsx";
import { AttentionCallouts } from "./AttentionCallouts.tsx";
import { Correspondence } from "./Correspondence.tsx";
import { StandingSection } from "./StandingSection.tsx";
import { ThreadActions } from "./ThreadActions.tsx";

type ThreadViewProps = {
  readonly plan: ThreadPlan;
  readonly desks: ReadyDesks;
  readonly now: Instant;
};

/** A thread: its meaning, its status, its letters, and what can be done next. */
const ThreadView = ({ plan, desks, now }: ThreadViewProps) => {
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
        <AttentionCallouts plan={plan} />
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
      {inquiry && <OtherWays record={inquiry} edition={desks.edition} reader={reader} />}
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

/** The screen of one thread between two desks. */
export const ThreadScreen = ({ place }: { readonly place: ThreadPlace }) => (
  <ThreadGate thread={useThread(place)} draft={<ToDraft id={place.id} />}>
    {({ plan, desks, now }) => <ThreadView plan={plan} desks={desks} now={now} />}
  </ThreadGate>
);

/**
 * Marks a thread as read when it is opened, and informs the desk's other devices. If that fails, it
 * stays unread, and no error is shown. Returns what was unread on opening.
 */
const useMarkRead = (record: ThreadRecord): ReadonlySet<EnvelopeId> => {
  const deps = useSealing();
  const { pushSoon } = useSync();
  const unread = listUnread(record).map(({ letter }) => letter.id);
  const [fresh, setFresh] = useState<ReadonlySet<EnvelopeId>>(() => new Set(unread));
  if (unread.some((id) => !fresh.has(id))) setFresh(new Set([...fresh, ...unread]));
  const { id, desk } = record;
  const key = unread.join(" ");
  useEffect(() => {
    if (key === "") return undefined;
    const mark = (): void => {
      if (document.visibilityState !== "visible") return;
      void markRead(deps, { id, desk }).then((marked) => {
        if (marked.ok) pushSoon();
      });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [deps, pushSoon, id, desk, key]);
  return fresh;
};
