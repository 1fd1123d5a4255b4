import { useTranslation } from "react-i18next";
import { StateWord } from "#ui/signs/StateWord.tsx";
import type { Keeping } from "./useKeptProfile.ts";

type KeepingLineProps = { readonly keeping: Keeping; readonly lasting: boolean };

/** What is true of the last change: being written, on the disk, in memory only, or not kept. */
export const KeepingLine = ({ keeping, lasting }: KeepingLineProps) => {
  const { t } = useTranslation(["device", "errors"]);
  return (
    <p role="status" className="device-keeping">
      {keeping.type === "keeping" && (
        <StateWord shape="half">{t("keeping.writing.message")}</StateWord>
      )}
      {keeping.type === "kept" && lasting && (
        <StateWord shape="tick" tone="good">
          {t("keeping.kept.message")}
        </StateWord>
      )}
      {keeping.type === "kept" && !lasting && (
        <StateWord shape="ring" tone="caution">
          {t("keeping.inMemory.message")}
        </StateWord>
      )}
      {keeping.type === "failed" && (
        <StateWord shape="cross" tone="danger">
          {t("keeping.failed.error", {
            reason: t(`errors:${keeping.error.type}`, { ...keeping.error }),
          })}
        </StateWord>
      )}
    </p>
  );
};
