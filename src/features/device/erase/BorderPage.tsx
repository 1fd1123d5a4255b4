import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetAttention } from "#features/device/lock/keepAutoLock.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { useVault } from "#sealing/vault/useSealing.ts";
import { erasePrivateData } from "#storage/device/erasePrivateData.ts";
import { type Counts, countEverything } from "#storage/device/readEverything.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import { UnsentCallout } from "./ErasePage.tsx";

/**
 * Erases private data from the device; afterwards the page confirms it and explains how to return.
 */
export const BorderPage = () => {
  const { t } = useTranslation("device");
  const counts = useLive(countEverything, "counts");
  const isLeft = counts.type === "ready" && isNothingPrivate(counts.value);
  return (
    <DevicePage title={t("border.page.title")}>
      {isLeft ? (
        <Callout tone="good" announce title={t("border.left.title")}>
          <p>{t("border.left.message")}</p>
        </Callout>
      ) : (
        <>
          <p>{t("border.why.message")}</p>
          <h2>{t("border.goes.title")}</h2>
          <p>{t("border.goes.message")}</p>
        </>
      )}
      <h2>{t("border.stays.title")}</h2>
      <p>{t("border.stays.message")}</p>
      <h2>{t("border.back.title")}</h2>
      <p>{t("border.back.message")}</p>
      <p>{t("border.revoke.message")}</p>
      <p>{t("border.limits.message")}</p>
      {counts.type === "failed" && <p>{t("border.unread.message")}</p>}
      {!isLeft && counts.type !== "loading" && (
        <LeaveDevice counts={counts.type === "ready" ? counts.value : null} />
      )}
    </DevicePage>
  );
};

const isNothingPrivate = ({ privates, outbox, arrived, enrolments }: Counts): boolean =>
  outbox + arrived + enrolments === 0 && Object.values(privates).every((count) => count === 0);

/** `counts` is null if they could not be read; private data can be erased all the same. */
const LeaveDevice = ({ counts }: { readonly counts: Counts | null }) => {
  const { t, i18n } = useTranslation("device");
  const { database } = useDatabase();
  const { vault } = useVault();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<StorageError>();
  const handleLeave = async (): Promise<void> => {
    setAsking(false);
    setLeaving(true);
    const left = await tryStorage(() => erasePrivateData(database));
    if (!left.ok) {
      setLeaving(false);
      return setError(left.error);
    }
    try {
      // The key no longer opens anything; locking clears the plain text from every window.
      await vault.lock();
    } finally {
      forgetAttention();
      location.reload();
    }
  };
  return (
    <>
      {counts && <UnsentCallout counts={counts} />}
      <Button tone="danger" aria-disabled={isLeaving} onClick={() => setAsking(!isLeaving)}>
        {t("border.begin.action")}
      </Button>
      <p role="status">{isLeaving && t("border.working.message")}</p>
      {error && (
        <Callout
          tone="danger"
          announce
          title={t("border.failed.error", { reason: sayError(i18n, error) })}
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
