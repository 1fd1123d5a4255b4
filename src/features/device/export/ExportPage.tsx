import { useState } from "react";
import { useTranslation } from "react-i18next";
import { msToInstant } from "#domain/instant.ts";
import { chooseLanguage } from "#domain/language.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { CountList } from "#features/device/storage/StoragePage.tsx";
import { NewPassphraseForm } from "#features/device/vault/NewPassphraseForm.tsx";
import { VaultGate } from "#features/device/vault/VaultGate.tsx";
import { formatNumber } from "#i18n/format.ts";
import { exportSealed } from "#sealing/age/exportSealed.ts";
import type { ListError } from "#sealing/records/privateRecords.ts";
import { useSealing } from "#sealing/vault/useSealing.ts";
import { countEverything } from "#storage/device/readEverything.ts";
import { useLive } from "#storage/useLive.ts";
import { downloadFile } from "#ui/browser/downloadFile.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import { SayProblem, useSay } from "#words/useSay.tsx";
import { collectExport } from "./collectExport.ts";
import "./ExportPage.css";
import { exportToText } from "./exportToText.ts";

/** Exports all of a person's data as one file, which is always sealed. */
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

/** Asks for a passphrase for this file alone, makes the file, and explains how to open it. */
const ExportForm = () => {
  const { t, i18n } = useTranslation("device");
  const { exporting, make } = useExporting();
  const sentences = useSay(chooseLanguage([i18n.language]));
  const name = exporting.type === "given" ? exporting.name : "enlace.age";
  const unreadable = exporting.type === "given" ? exporting.unreadable : 0;
  return (
    <section aria-labelledby="export-passphrase-title">
      <h2 id="export-passphrase-title">{t("export.passphrase.title")}</h2>
      <p>{t("export.passphrase.hint")}</p>
      {sentences.type === "failed" ? (
        <SayProblem say={sentences} />
      ) : (
        <NewPassphraseForm
          submit={t("export.make.action")}
          isWorking={exporting.type === "working" || sentences.type === "loading"}
          onChoose={(passphrase) => void make(passphrase)}
        />
      )}
      <p role="status">{exporting.type === "given" && t("export.given.message", { name })}</p>
      {unreadable > 0 && (
        <Callout
          tone="danger"
          announce
          title={t("export.unreadable.message", {
            count: unreadable,
            formatted: formatNumber(unreadable, i18n.language),
          })}
        />
      )}
      {exporting.type === "failed" && (
        <Callout
          tone="danger"
          announce
          title={t("export.failed.error", {
            reason: sayError(i18n, exporting.error),
          })}
        />
      )}
      <h2>{t("export.open.title")}</h2>
      <p>{t("export.open.message")}</p>
      <pre className="export-command">
        <code>{toCommand(name)}</code>
      </pre>
      <p>{t("export.parts.message")}</p>
      <p>{t("export.care.message")}</p>
    </section>
  );
};

/** The command is the same in every language. */
const toCommand = (name: string): string => `age -d ${name} > enlace.txt`;

type Exporting =
  | { readonly type: "idle" }
  | { readonly type: "working" }
  /** Given to the browser; Enlace can't know whether the browser saved it. */
  | { readonly type: "given"; readonly name: string; readonly unreadable: number }
  | { readonly type: "failed"; readonly error: ListError };

/** Collects, writes and seals one file, and gives it to the browser. */
const useExporting = (): {
  readonly exporting: Exporting;
  readonly make: (passphrase: string) => Promise<void>;
} => {
  const sealing = useSealing();
  const { i18n } = useTranslation("device");
  const [exporting, setExporting] = useState<Exporting>({ type: "idle" });
  const make = async (passphrase: string): Promise<void> => {
    setExporting({ type: "working" });
    const now = msToInstant(sealing.clock());
    const all = await collectExport(sealing, now);
    if (!all.ok) return setExporting({ type: "failed", error: all.error });
    const parts = { text: exportToText(i18n, all.value), json: all.value };
    const name = `enlace-${now.slice(0, 10)}.age`;
    const bytes = await exportSealed(parts, passphrase);
    downloadFile(name, new Blob([bytes], { type: "application/octet-stream" }));
    setExporting({ type: "given", name, unreadable: all.value.unreadable.length });
  };
  return { exporting, make };
};
