import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { DeleteDialog } from "#features/inquiries/sending/DeleteDialog.tsx";
import { planDelete } from "#features/inquiries/sending/planActions.ts";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { TryNowAction } from "#features/inquiries/sending/TryNowAction.tsx";
import { WriteAgainAction } from "#features/inquiries/sending/WriteAgainAction.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { ThreadExport } from "./ThreadExport.tsx";

type ThreadActionsProps = { readonly plan: ThreadPlan; readonly language: Language };

/** What can be done with a thread besides answering, as far as it has gone. */
export const ThreadActions = ({ plan, language }: ThreadActionsProps) => {
  const { t } = useTranslation("inquiries");
  const [asks, setAsks] = useState(false);
  const { inquiry, sources, status } = plan;
  // What stays within the desk goes by itself.
  const entry = sources.outbox.find(({ kind }) => kind !== "note" && kind !== "handover");
  const own = status.inquiry?.kept.letter.id;
  // What was refused has its own notice, with all that can be done.
  const isRefused = status.needsAttention.some(({ type }) => type === "refused");
  return (
    <section className="record-actions">
      <h2>{t("actions.group.title")}</h2>
      <div className="button-row">
        {entry && !isRefused && <TryNowAction envelope={entry.envelopeId} tone="primary" />}
        {own && !isRefused && <TakeBackAction plan={plan} envelope={own} />}
        {inquiry && <WriteAgainAction draft={inquiry.draft} />}
        <ThreadExport plan={plan} language={language} />
        <Button onClick={() => window.print()}>{t("paperWay.print.action")}</Button>
        {inquiry && (
          <Button tone="danger" onClick={() => setAsks(true)}>
            {t("actions.delete.action")}
          </Button>
        )}
      </div>
      {inquiry && (
        <DeleteDialog
          open={asks}
          inquiry={inquiry}
          explanation={t(planDelete(plan))}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
};
