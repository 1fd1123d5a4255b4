import { useTranslation } from "react-i18next";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { CountList } from "#features/device/storage/StoragePage.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { countEverything } from "#storage/device/countEverything.ts";
import { useLive } from "#storage/useLive.ts";
import { ExportForm } from "./ExportForm.tsx";

/** All that a person has here, as one sealed file; only sealed. */
export const ExportPage = () => {
  const { t } = useTranslation("device");
  const counts = useLive(countEverything, "counts");
  return (
    <DevicePage title={t("export.page.title")}>
      <p>{t("export.what.message")}</p>
      {counts.type === "ready" && <CountList counts={counts.value} />}
      <p>{t("export.without.message")}</p>
      <VaultGate>
        <ExportForm />
      </VaultGate>
    </DevicePage>
  );
};
