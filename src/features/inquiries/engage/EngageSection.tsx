import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Engagement } from "#domain/letter/replies.ts";
import { type EngagementLine, foldEngagement } from "#domain/thread/correspondence.ts";
import type { ThreadRecord } from "#domain/thread/thread.ts";
import { engageHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { ProcedureQuote } from "#features/inquiries/text/MeaningQuotes.tsx";
import { formatInstant } from "#i18n/format.ts";
import { type QueueNoteError, saveEngagement } from "#sealing/outgoing/queueNote.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { useSync } from "#sync/useSync.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

/**
 * Suggests whom to engage at home while the desk looks into it, and offers a clean text for them.
 */
export const EngageSection = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { t } = useTranslation("inquiries");
  const { state } = plan.status;
  if (state.type === "withdrawn") return null;
  return (
    <section>
      <h2>{t("engage.group.title")}</h2>
      <ProcedureQuote text={t("engage.counterparts.message")} />
      <EngageChecklist record={plan.record} />
      <p className="quiet">{t("engage.private.message")}</p>
      <ButtonLink href={engageHref(plan.record)}>{t("engage.brief.action")}</ButtonLink>
    </section>
  );
};

/** A checklist of who has been engaged; the desk's other devices see it. */
const EngageChecklist = ({ record }: { readonly record: ThreadRecord }) => {
  const { t } = useTranslation("inquiries");
  const { failure, isDone, change } = useEngagement(record);
  return (
    <>
      <fieldset className="field choice">
        <legend className="visually-hidden">{t("engage.group.title")}</legend>
        {foldEngagement(record.letters).map((line) => (
          <label className="choice-row" key={line.who}>
            <input
              type="checkbox"
              checked={isDone(line)}
              onChange={(event) => void change(line.who, event.target.checked)}
            />
            <span>
              {t(`engage.${line.who}.label`)}
              <span className="choice-hint">{t(`engage.${line.who}.hint`)}</span>
              <SaidAt line={line} />
            </span>
          </label>
        ))}
      </fieldset>
      <ActionFailure error={failure} />
    </>
  );
};

const SaidAt = ({ line }: { readonly line: EngagementLine }) => {
  const { t, i18n } = useTranslation("inquiries");
  if (!line.saidBy) return null;
  const when = formatInstant(line.saidBy.at, i18n.language);
  return <span className="choice-hint">{t("engage.noted.label", { when })}</span>;
};

type Ticked = { readonly who: Engagement; readonly done: boolean };

/** Shows a tick at once; the desk's notes are used again as soon as they say the same. */
const useEngagement = (record: ThreadRecord) => {
  const deps = useSealing();
  const { pushSoon } = useSync();
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const [failure, setFailure] = useState<QueueNoteError | null>(null);
  const change = async (who: Engagement, done: boolean): Promise<void> => {
    setTicked({ who, done });
    const saved = await saveEngagement(deps, record, { who, done });
    setFailure(saved.ok ? null : saved.error);
    if (saved.ok) pushSoon();
    else setTicked(null);
  };
  const isDone = ({ who, done }: EngagementLine): boolean =>
    ticked?.who === who ? ticked.done : done;
  const said = foldEngagement(record.letters).find(({ who }) => who === ticked?.who);
  if (ticked && said?.saidBy && said.done === ticked.done) setTicked(null);
  return { failure, isDone, change };
};
