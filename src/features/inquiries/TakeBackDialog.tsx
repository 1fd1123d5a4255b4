import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadId } from "#domain/envelope.ts";
import { type TakeBackError, useSync } from "#sync/useSync.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { ActionFailure } from "./ActionFailure.tsx";

type TakeBackDialogProps = {
  readonly open: boolean;
  readonly id: ThreadId;
  /** What may already have been received. */
  readonly explanation: string;
  readonly onClose: () => void;
};

/** S10: before the first try it is simply gone; after it, a withdrawal follows. */
export const TakeBackDialog = ({ open, id, explanation, onClose }: TakeBackDialogProps) => {
  const { t } = useTranslation("inquiries");
  const { takeBack } = useSync();
  const [failure, setFailure] = useState<TakeBackError | null>(null);
  const handleTakeBack = async (): Promise<void> => {
    const taken = await takeBack(id);
    setFailure(taken.ok ? null : taken.error);
    if (taken.ok) onClose();
  };
  return (
    <Dialog open={open} title={t("takeBack.dialog.title")} onClose={onClose}>
      <p>{explanation}</p>
      <ActionFailure error={failure} />
      <div className="button-row">
        <Button onClick={onClose}>{t("dialog.cancel.action")}</Button>
        <Button tone="danger" onClick={() => void handleTakeBack()}>
          {t("actions.takeBack.action")}
        </Button>
      </div>
    </Dialog>
  );
};
