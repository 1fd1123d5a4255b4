import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { DeleteDialog } from "#features/inquiries/sending/DeleteDialog.tsx";
import { ExportButtons } from "#features/inquiries/text/ExportButtons.tsx";
import { Button } from "#ui/controls/Button.tsx";

type DraftActionsProps = {
  readonly record: InquiryRecord;
  /** A write that comes after the deletion would bring the draft back. */
  readonly onBeforeDelete: () => Promise<void>;
};

/** What can be done with a draft besides writing it. */
export const DraftActions = ({ record, onBeforeDelete }: DraftActionsProps) => {
  const { t } = useTranslation("inquiries");
  const [asks, setAsks] = useState(false);
  return (
    <details className="record-actions no-print">
      <summary>{t("actions.group.title")}</summary>
      <div className="button-row">
        <ExportButtons record={record} />
        <Button tone="danger" onClick={() => setAsks(true)}>
          {t("actions.delete.action")}
        </Button>
      </div>
      <DeleteDialog
        open={asks}
        inquiry={record}
        explanation={t("delete.draft.message")}
        onBeforeDelete={onBeforeDelete}
        onClose={() => setAsks(false)}
      />
    </details>
  );
};
