import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countEverything } from "#storage/countEverything.ts";
import { type EraseError, eraseEverything } from "#storage/eraseEverything.ts";
import { announceErasure } from "#storage/erasure.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { DevicePage } from "./DevicePage.tsx";
import { EraseConfirmation } from "./EraseConfirmation.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";

/** How long other tabs have to close before the person is told that they don't. */
const waitMs = 3_000;

export const ErasePage = () => {
  const { t } = useTranslation(["device", "errors"]);
  const { database } = useDatabase();
  const counts = useLive(countEverything, "counts");
  const [isAsking, setAsking] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const [error, setError] = useState<EraseError>();
  const handleErase = async (): Promise<void> => {
    setAsking(false);
    setErasing(true);
    const scope = new URL(".", location.href).href;
    const erased = await eraseEverything(database, { scope, waitMs });
    if (erased.ok) return announceErasure();
    setErasing(false);
    setError(erased.error);
  };
  return (
    <DevicePage title={t("erase.page.title")}>
      <p>{t("erase.what.message")}</p>
      {counts.type === "ready" && <UnsentNotice counts={counts.value} />}
      {counts.type === "failed" && <p>{t("erase.unread.message")}</p>}
      <p>{t("erase.not.message")}</p>
      <Button tone="danger" aria-disabled={isErasing} onClick={() => setAsking(!isErasing)}>
        {t("erase.begin.action")}
      </Button>
      <p role="status">{isErasing && t("erase.working.message")}</p>
      {error && (
        <Notice tone="danger" announce title={t(`errors:${error.type}`)}>
          <p>{error.isEmptied ? t("erase.emptied.message") : t("erase.notEmptied.message")}</p>
        </Notice>
      )}
      <EraseConfirmation
        open={isAsking}
        onClose={() => setAsking(false)}
        onErase={() => void handleErase()}
      />
    </DevicePage>
  );
};
