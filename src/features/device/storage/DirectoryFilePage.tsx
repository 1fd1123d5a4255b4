import { useTranslation } from "react-i18next";
import { instantToDay } from "#domain/instant.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { formatDay } from "#i18n/format.ts";
import { findEdition } from "#storage/content/editions.ts";
import { useLive } from "#storage/useLive.ts";
import { FileField } from "#ui/fields/FileField.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { MissingContacts } from "./MissingContacts.tsx";
import { useTakingFile } from "./useTakingFile.ts";

/** An edition that came by e-mail or on a stick: whoever carried it, only its signature counts. */
export const DirectoryFilePage = () => {
  const { t, i18n } = useTranslation(["device", "errors"]);
  const held = useLive(findEdition, "edition");
  const { taking, take } = useTakingFile();
  return (
    <DevicePage title={t("directoryFile.page.title")}>
      <p>{t("directoryFile.what.message")}</p>
      {held.type === "ready" && held.value && (
        <p>
          {t("directoryFile.held.message", {
            number: held.value.edition.number,
            issued: formatDay(instantToDay(held.value.edition.issuedAt), i18n.language),
          })}
        </p>
      )}
      {held.type === "ready" && held.value?.closedMissing && (
        <MissingContacts closedCounts={held.value.closedCounts} />
      )}
      <FileField
        label={t("directoryFile.choose.label")}
        accept=".json,application/json"
        onChoose={(file) => void take(file)}
      />
      {taking.type === "reading" && <Waiting label={t("directoryFile.reading.message")} />}
      {taking.type === "taken" && (
        <Notice tone="good" announce title={t("directoryFile.taken.title")}>
          <p>
            <a href="#/directory">{t("directoryFile.see.action")}</a>
          </p>
        </Notice>
      )}
      {taking.type === "current" && (
        <Notice tone="plain" announce title={t("directoryFile.current.title")} />
      )}
      {taking.type === "refused" && (
        <Notice tone="danger" announce title={t("directoryFile.refused.title")}>
          <p>{t(`errors:${taking.error.type}`, { ...taking.error })}</p>
          <p>{t("directoryFile.unchanged.message")}</p>
        </Notice>
      )}
    </DevicePage>
  );
};
