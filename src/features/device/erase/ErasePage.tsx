import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { countEverything } from "#storage/device/countEverything.ts";
import { useLive } from "#storage/useLive.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { EraseButtons } from "./EraseButtons.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";
import { useErasing } from "./useErasing.ts";

/** Everything goes. No passphrase is asked for: whoever has forgotten it comes here too. */
export const ErasePage = () => {
  const { t } = useTranslation(["device", "errors"]);
  const counts = useLive(countEverything, "counts");
  const { erasing, erase } = useErasing();
  return (
    <DevicePage title={t("erase.page.title")}>
      <p>{t("erase.what.message")}</p>
      {counts.type === "ready" && <UnsentNotice counts={counts.value} />}
      {counts.type === "failed" && <p>{t("erase.unread.message")}</p>}
      <EraseButtons isErasing={erasing.type === "erasing"} onErase={() => void erase()} />
      <p role="status">{erasing.type === "erasing" && t("erase.working.message")}</p>
      {erasing.type === "failed" && (
        <Notice tone="danger" announce title={t(`errors:${erasing.error.type}`)}>
          <p>
            {erasing.error.isEmptied ? t("erase.emptied.message") : t("erase.notEmptied.message")}
          </p>
        </Notice>
      )}
      <p>{t("erase.not.message")}</p>
    </DevicePage>
  );
};
