import { useTranslation } from "react-i18next";
import { formatInstant } from "#i18n/format.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import type { SheetOfDesk } from "./useDeskSheets.ts";

/** Whether a desk has a recovery sheet, since when, and by whom. */
export const SheetState = ({ of: { enrolment, sheet } }: { readonly of: SheetOfDesk }) => {
  const { t, i18n } = useTranslation("device");
  if (sheet.type === "none") return <p>{t("sheet.none.message")}</p>;
  const { madeAt, device } = sheet.sheet;
  const when = formatInstant(madeAt, i18n.language);
  switch (sheet.type) {
    case "made":
      return (
        <p>
          {device === enrolment.device
            ? t("sheet.madeHere.message", { when })
            : t("sheet.madeElsewhere.message", { when })}
        </p>
      );
    case "withdrawn":
      return <p>{t("sheet.withdrawn.message", { when })}</p>;
    case "makerRevoked":
      return (
        <Notice tone="caution" title={t("sheet.makerRevoked.title")}>
          <p>{t("sheet.makerRevoked.message", { when })}</p>
        </Notice>
      );
  }
};
