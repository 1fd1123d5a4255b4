import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetAttention } from "#features/device/lock/attention.ts";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { useVault } from "#sealing/vault/useVault.ts";
import type { Counts } from "#storage/device/countEverything.ts";
import { leaveDevice } from "#storage/device/leaveDevice.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";

/** `counts`: null where they could not be read; leaving works all the same. */
export const LeaveDevice = ({ counts }: { readonly counts: Counts | null }) => {
  const { t } = useTranslation(["device", "errors"]);
  const { database } = useDatabase();
  const { vault } = useVault();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<StorageError>();
  const handleLeave = async (): Promise<void> => {
    setAsking(false);
    setLeaving(true);
    const left = await tryStorage(() => leaveDevice(database));
    if (!left.ok) {
      setLeaving(false);
      return setError(left.error);
    }
    try {
      // The key opens nothing any more; locking takes the plain text from every window.
      await vault.lock();
    } finally {
      forgetAttention();
      location.reload();
    }
  };
  return (
    <>
      {counts && <UnsentNotice counts={counts} />}
      <Button tone="danger" aria-disabled={isLeaving} onClick={() => setAsking(!isLeaving)}>
        {t("border.begin.action")}
      </Button>
      <p role="status">{isLeaving && t("border.working.message")}</p>
      {error && (
        <Notice
          tone="danger"
          announce
          title={t("border.failed.error", { reason: t(`errors:${error.type}`, { ...error }) })}
        />
      )}
      <SureDialog
        open={isAsking}
        title={t("borderConfirmation.ask.title")}
        message={t("borderConfirmation.ask.message")}
        sure={t("borderConfirmation.sure.label")}
        go={t("borderConfirmation.leave.action")}
        onClose={() => setAsking(false)}
        onGo={() => void handleLeave()}
      />
    </>
  );
};
