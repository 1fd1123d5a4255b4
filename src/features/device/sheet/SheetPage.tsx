import { useTranslation } from "react-i18next";
import { deskToId } from "#domain/desk.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { useDatabase } from "#storage/useDatabase.ts";
import { useSync } from "#sync/useSync.ts";
import { ButtonLink } from "#ui/controls/ButtonLink.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { SheetSection } from "./SheetSection.tsx";
import { useDeskSheets } from "./useDeskSheets.ts";

/** What a recovery sheet is, and whether each desk of this device has one. */
export const SheetPage = () => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { endpointUrl } = useSync();
  const { lasting } = useDatabase();
  const sheets = useDeskSheets();
  const hasDesk = sheets.type === "ready" && sheets.value.length > 0;
  return (
    <DevicePage title={t("sheet.page.title")}>
      <p>{t("sheet.what.message")}</p>
      <p>{t("sheet.who.message")}</p>
      {endpointUrl === null && <Notice tone="caution" title={t("errors:noEndpoint")} />}
      {sheets.type === "failed" && (
        <Notice tone="danger" title={t(`errors:${sheets.error.type}`, { ...sheets.error })} />
      )}
      {sheets.type === "loading" && <Waiting label={t("app:app.loading.message")} />}
      {sheets.type === "ready" && !hasDesk && (
        <>
          <p>{t("sheet.noDesk.message")}</p>
          <ButtonLink href="#/enrol">{t("more.enrol.action")}</ButtonLink>
        </>
      )}
      {hasDesk && lasting && endpointUrl !== null && (
        <VaultGate>
          {sheets.value.map((of) => (
            <SheetSection key={deskToId(of.enrolment.desk)} of={of} />
          ))}
        </VaultGate>
      )}
    </DevicePage>
  );
};
