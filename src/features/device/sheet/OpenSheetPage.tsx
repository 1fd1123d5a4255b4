import { useTranslation } from "react-i18next";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { useDeskName } from "#words/useDeskName.ts";
import { OpenSheet } from "./OpenSheet.tsx";
import { SheetFrame } from "./SheetFrame.tsx";
import { useDeskSheets } from "./useDeskSheets.ts";

/** Opens with a recovery sheet's words what came for a desk before this device joined it. */
export const OpenSheetPage = ({ desk }: { readonly desk: DeskId }) => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { nameDesk } = useDeskName();
  const sheets = useDeskSheets();
  const found =
    sheets.type === "ready"
      ? sheets.value.find(({ enrolment }) => deskToId(enrolment.desk) === desk)
      : undefined;
  return (
    <SheetFrame title={t("sheetOpening.page.title")}>
      {sheets.type === "failed" && (
        <Notice tone="danger" title={t(`errors:${sheets.error.type}`, { ...sheets.error })} />
      )}
      {sheets.type === "loading" && <Waiting label={t("app:app.loading.message")} />}
      {sheets.type === "ready" && !found && <p>{t("sheetMaking.gone.message")}</p>}
      {found && (
        <>
          <p>
            <strong>{nameDesk(found.enrolment.desk)}</strong>
          </p>
          <p>{t("sheetOpening.what.message")}</p>
          <VaultGate>
            <OpenSheet desk={desk} />
          </VaultGate>
        </>
      )}
    </SheetFrame>
  );
};
