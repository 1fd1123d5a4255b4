import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#domain/language.ts";
import { Button } from "#ui/Button.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { planDelete } from "./planActions.ts";
import type { ThreadPlan } from "./planThread.ts";
import { TakeBackAction } from "./TakeBackAction.tsx";
import { ThreadExport } from "./ThreadExport.tsx";
import { TryNowAction } from "./TryNowAction.tsx";
import { WriteAgainAction } from "./WriteAgainAction.tsx";

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
