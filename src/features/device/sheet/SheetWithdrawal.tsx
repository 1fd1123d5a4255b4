import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "#domain/device/profile.ts";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { type SheetFailure, usePublishingSheet } from "./usePublishingSheet.ts";

/** Says that a desk has no recovery sheet any more, once it is sure. */
export const SheetWithdrawal = ({ enrolment }: { readonly enrolment: Enrolment }) => {
  const { t } = useTranslation(["device", "errors"]);
  const { sign, publish } = usePublishingSheet();
  const [isAsking, setAsking] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<SheetFailure | null>(null);
  const handleGo = async (): Promise<void> => {
    setAsking(false);
    setWorking(true);
    setFailure(null);
    const signed = await sign(enrolment, null);
    const done = signed.ok ? await publish(enrolment, signed.value) : signed;
    setWorking(false);
    if (!done.ok) setFailure(done.error);
  };
  return (
    <>
      <Button tone="quiet" disabled={isWorking} onClick={() => setAsking(true)}>
        {t("sheet.withdraw.action")}
      </Button>
      <SureDialog
        open={isAsking}
        title={t("sheetWithdrawal.dialog.title")}
        message={t("sheetWithdrawal.dialog.message")}
        go={t("sheetWithdrawal.go.action")}
        onClose={() => setAsking(false)}
        onGo={() => void handleGo().catch(reportError)}
      />
      {failure && (
        <Notice
          tone="danger"
          announce
          title={t("sheet.failed.error", {
            reason: t(`errors:${failure.type}`, { ...failure }),
          })}
        />
      )}
    </>
  );
};
