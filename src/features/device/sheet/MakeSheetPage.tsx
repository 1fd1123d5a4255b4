import { useTranslation } from "react-i18next";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { MakeSheet } from "./MakeSheet.tsx";
import { SheetFrame } from "./SheetFrame.tsx";
import { useDeskSheets } from "./useDeskSheets.ts";

/** Makes a recovery sheet for a desk of this device. */
export const MakeSheetPage = ({ desk }: { readonly desk: DeskId }) => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const sheets = useDeskSheets();
  const title = t("sheetMaking.page.title");
  if (sheets.type === "failed") {
    return (
      <SheetFrame title={title}>
        <Notice tone="danger" title={t(`errors:${sheets.error.type}`, { ...sheets.error })} />
      </SheetFrame>
    );
  }
  if (sheets.type === "loading") {
    return (
      <SheetFrame title={title}>
        <Waiting label={t("app:app.loading.message")} />
      </SheetFrame>
    );
  }
  const of = sheets.value.find(({ enrolment }) => deskToId(enrolment.desk) === desk);
  if (of) return <MakeSheet of={of} />;
  return (
    <SheetFrame title={title}>
      <p>{t("sheetMaking.gone.message")}</p>
    </SheetFrame>
  );
};
