import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { findRevokedWord, forgetRevokedWord } from "#storage/device/revokedWord.ts";
import { tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import { Button } from "#ui/controls/Button.tsx";

const RevokedNotice = lazy(async () => ({
  default: (await import("#features/device/enrolment/RevokedNotice.tsx")).RevokedNotice,
}));

/** Which desk this device was taken out of, and what went with it; until the person has read it. */
export const RevokedBanner = () => {
  const { t } = useTranslation("app");
  const { database } = useDatabase();
  const live = useLive(findRevokedWord, "revoked");
  const word = live.type === "ready" ? live.value : undefined;
  if (!word) return null;
  return (
    <Suspense>
      <RevokedNotice desk={word.desk} revokedAt={word.erasedAt} isEverything={word.isEverything} />
      <Button onClick={() => void tryStorage(() => forgetRevokedWord(database))}>
        {t("banner.understood.action")}
      </Button>
    </Suspense>
  );
};
