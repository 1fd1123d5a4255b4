import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { countEverything } from "#storage/device/countEverything.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { CountList } from "./CountList.tsx";
import { Persistence } from "./Persistence.tsx";
import { UsedSpace } from "./UsedSpace.tsx";
import { useEstimate } from "./useEstimate.ts";

/** Whether the browser keeps what is here, how much it is, and what. */
export const StoragePage = () => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { lasting } = useDatabase();
  const counts = useLive(countEverything, "counts");
  const estimate = useEstimate();
  return (
    <DevicePage title={t("storage.page.title")}>
      {lasting && <Persistence />}
      <h2>{t("storage.here.title")}</h2>
      {counts.type === "failed" && (
        <Notice tone="danger" title={t(`errors:${counts.error.type}`, { ...counts.error })} />
      )}
      {counts.type === "ready" && <CountList counts={counts.value} />}
      {lasting && <UsedSpace estimate={estimate} />}
    </DevicePage>
  );
};
