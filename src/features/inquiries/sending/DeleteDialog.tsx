import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InquiryRecord } from "#domain/inquiry/inquiryRecord.ts";
import { removeInquiry } from "#sealing/outgoing/queueInquiry.ts";
import type { StorageError } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useLive.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Dialog } from "#ui/controls/Dialog.tsx";
import { ActionFailure } from "#words/ErrorText.tsx";

type DeleteDialogProps = {
  readonly open: boolean;
  readonly inquiry: Pick<InquiryRecord, "id" | "draft">;
  /** Says what may already have been received, and what deleting does not do. */
  readonly explanation: string;
  readonly onBeforeDelete?: () => Promise<void>;
  readonly onClose: () => void;
};

/** Deletes an inquiry from this device, after explaining what that does and does not mean. */
export const DeleteDialog = (props: DeleteDialogProps) => {
  const { open, inquiry, explanation, onBeforeDelete, onClose } = props;
  const { t } = useTranslation("inquiries");
  const { database } = useDatabase();
  const [failure, setFailure] = useState<StorageError | null>(null);
  const handleDelete = async (): Promise<void> => {
    await onBeforeDelete?.();
    const removed = await removeInquiry(database, inquiry);
    if (removed.ok) navigateTo("/inquiries", { replace: true });
    else setFailure(removed.error);
  };
  return (
    <Dialog open={open} title={t("delete.dialog.title")} onClose={onClose}>
      <p>{explanation}</p>
      <ActionFailure error={failure} />
      <div className="button-row">
        <Button onClick={onClose}>{t("dialog.cancel.action")}</Button>
        <Button tone="danger" onClick={() => void handleDelete()}>
          {t("actions.delete.action")}
        </Button>
      </div>
    </Dialog>
  );
};
