import { useState } from "react";
import { useTranslation } from "react-i18next";
import { msToInstant } from "#domain/instant.ts";
import { countEverything } from "#storage/countEverything.ts";
import { type EverythingExport, exportEverything } from "#storage/exportEverything.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { useDatabase } from "#storage/useDatabase.ts";
import { useLive } from "#storage/useLive.ts";
import { Button } from "#ui/Button.tsx";
import { downloadText } from "#ui/downloadText.ts";
import { Notice } from "#ui/Notice.tsx";
import { CountList } from "./CountList.tsx";
import { DevicePage } from "./DevicePage.tsx";
import { useExportText } from "./useExportText.ts";

/** All that a person has here, as one file for programs and one for people. */
export const ExportPage = () => {
  const { t } = useTranslation(["device", "errors"]);
  const { database } = useDatabase();
  const counts = useLive(countEverything, "counts");
  const [error, setError] = useState<StorageError>();
  const [name, setName] = useState<string>();
  const writeText = useExportText();
  const handleExport = async (ending: "json" | "txt"): Promise<void> => {
    const now = msToInstant(Date.now());
    const all = await tryStorage(() => exportEverything(database, now));
    setError(all.ok ? undefined : all.error);
    setName(undefined);
    if (!all.ok) return;
    const fileName = `enlace-${now.slice(0, 10)}.${ending}`;
    downloadText(
      fileName,
      ending === "json" ? "application/json" : "text/plain",
      ending === "json" ? toJson(all.value) : writeText(all.value),
    );
    setName(fileName);
  };
  return (
    <DevicePage title={t("export.page.title")}>
      <p>{t("export.what.message")}</p>
      {counts.type === "ready" && <CountList counts={counts.value} />}
      <p>{t("export.without.message")}</p>
      <Notice tone="caution" title={t("export.plain.title")}>
        <p>{t("export.plain.message")}</p>
      </Notice>
      <div className="button-row">
        <Button tone="primary" onClick={() => void handleExport("json")}>
          {t("export.json.action")}
        </Button>
        <Button onClick={() => void handleExport("txt")}>{t("export.text.action")}</Button>
      </div>
      <p role="status">{name && t("export.given.message", { name })}</p>
      {error && (
        <Notice
          tone="danger"
          announce
          title={t("export.failed.error", { reason: t(`errors:${error.type}`, { ...error }) })}
        />
      )}
    </DevicePage>
  );
};

const toJson = (all: EverythingExport): string => `${JSON.stringify(all, null, 2)}\n`;
