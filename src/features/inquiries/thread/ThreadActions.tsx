import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWithinDesk, type ThreadId } from "#domain/envelope/envelope.ts";
import type { InquiryDraft } from "#domain/inquiry/inquiryDraft.ts";
import { msToInstant } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import { inquiryHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { copyInquiry } from "#features/inquiries/sending/beginInquiry.ts";
import { DeleteDialog } from "#features/inquiries/sending/DeleteDialog.tsx";
import { planDelete } from "#features/inquiries/sending/planActions.ts";
import { TryNowAction } from "#features/inquiries/sending/SendAgainAction.tsx";
import { TakeBackAction } from "#features/inquiries/sending/TakeBackAction.tsx";
import { ThreadExport } from "#features/inquiries/text/ExportButtons.tsx";
import type { SaveError } from "#sealing/records/privateRecords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";
import "./ThreadActions.css";

type ThreadActionsProps = { readonly plan: ThreadPlan; readonly language: Language };

/** The actions on a thread other than answering, depending on its status. */
export const ThreadActions = ({ plan, language }: ThreadActionsProps) => {
  const { t } = useTranslation("inquiries");
  const [isDeleteOpen, setDeleteOpen] = useState(false);
  const { inquiry, sources, status } = plan;
  // What stays within the desk is sent without any action here.
  const entry = sources.outbox.find(({ kind }) => !isWithinDesk(kind));
  const own = status.inquiry?.kept.letter.id;
  // A refused letter has its own callout, with all that can be done.
  const isRefused = status.needsAttention.some(({ type }) => type === "refused");
  return (
    <section className="thread-actions">
      <h2>{t("actions.group.title")}</h2>
      <div className="button-row">
        {entry && !isRefused && <TryNowAction envelope={entry.envelopeId} tone="primary" />}
        {own && !isRefused && <TakeBackAction plan={plan} envelope={own} />}
        {inquiry && <WriteAgainAction draft={inquiry.draft} />}
        <ThreadExport plan={plan} language={language} />
        <Button onClick={() => window.print()}>{t("paperWay.print.action")}</Button>
        {inquiry && (
          <Button tone="danger" onClick={() => setDeleteOpen(true)}>
            {t("actions.delete.action")}
          </Button>
        )}
      </div>
      {inquiry && (
        <DeleteDialog
          open={isDeleteOpen}
          inquiry={inquiry}
          explanation={t(planDelete(plan))}
          onClose={() => setDeleteOpen(false)}
        />
      )}
    </section>
  );
};

/** Copies the inquiry into a new draft. */
const WriteAgainAction = ({ draft }: { readonly draft: InquiryDraft }) => {
  const { t } = useTranslation("inquiries");
  const deps = useSealing();
  const [failure, setFailure] = useState<SaveError | null>(null);
  const handleWriteAgain = async (): Promise<void> => {
    const id = crypto.randomUUID() as ThreadId;
    const copied = await copyInquiry(deps, id, draft, msToInstant(Date.now()));
    if (copied.ok) navigateTo(inquiryHref(copied.value).slice(1));
    else setFailure(copied.error);
  };
  return (
    <>
      <Button onClick={() => void handleWriteAgain()}>{t("actions.writeAgain.action")}</Button>
      <ActionFailure error={failure} />
    </>
  );
};
