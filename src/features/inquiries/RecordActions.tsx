import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope.ts";
import type { InquiryStatus } from "#domain/inquiryStatus.ts";
import { msToInstant } from "#domain/instant.ts";
import type { InquiryState } from "#storage/inquiryStates.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useSync } from "#sync/useSync.ts";
import { Button } from "#ui/Button.tsx";
import { navigateTo } from "#ui/useHashLocation.ts";
import { ActionFailure } from "./ActionFailure.tsx";
import { copyInquiry } from "./beginInquiry.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { ExportButtons } from "./ExportButtons.tsx";
import { inquiryHref } from "./inquiryHref.ts";
import { planActions } from "./planActions.ts";
import { TakeBackDialog } from "./TakeBackDialog.tsx";

type RecordActionsProps = { readonly state: InquiryState; readonly status: InquiryStatus };

/** What can be done with an inquiry that was queued, as far as it has gone. */
export const RecordActions = ({ state, status }: RecordActionsProps) => {
  const { t } = useTranslation("inquiries");
  const { tryNow } = useSync();
  const { database } = useDatabase();
  const [asks, setAsks] = useState<"takeBack" | "delete" | null>(null);
  const [failure, setFailure] = useState<StorageError | null>(null);
  const { record, outbox } = state;
  const plan = planActions(state, status);
  const handleTryNow = async (): Promise<void> => {
    const [entry] = outbox;
    const tried = await tryStorage(() => tryNow(entry?.envelopeId));
    setFailure(tried.ok ? null : tried.error);
  };
  const handleWriteAgain = async (): Promise<void> => {
    const id = crypto.randomUUID() as ThreadId;
    const now = msToInstant(Date.now());
    const copied = await tryStorage(() => copyInquiry(database, id, record.draft, now));
    if (copied.ok) navigateTo(inquiryHref(copied.value).slice(1));
    else setFailure(copied.error);
  };
  return (
    <section className="record-actions">
      <h2>{t("actions.group.title")}</h2>
      <div className="button-row">
        {plan.canTry && (
          <Button tone="primary" onClick={() => void handleTryNow()}>
            {t("actions.tryNow.action")}
          </Button>
        )}
        {plan.takeBack && (
          <Button onClick={() => setAsks("takeBack")}>{t("actions.takeBack.action")}</Button>
        )}
        <Button onClick={() => void handleWriteAgain()}>{t("actions.writeAgain.action")}</Button>
        <ExportButtons record={record} />
        <Button tone="danger" onClick={() => setAsks("delete")}>
          {t("actions.delete.action")}
        </Button>
      </div>
      <ActionFailure error={failure} />
      {plan.takeBack && (
        <TakeBackDialog
          open={asks === "takeBack"}
          id={record.id}
          explanation={t(plan.takeBack)}
          onClose={() => setAsks(null)}
        />
      )}
      <DeleteDialog
        open={asks === "delete"}
        id={record.id}
        explanation={t(plan.delete)}
        onClose={() => setAsks(null)}
      />
    </section>
  );
};
