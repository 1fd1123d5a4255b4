import { useTranslation } from "react-i18next";
import { NewPassphraseForm } from "#features/device/vault/NewPassphraseForm.tsx";
import { formatNumber } from "#i18n/format.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { useExporting } from "./useExporting.ts";

/** A passphrase for the file alone, the making, and how the file is opened. */
export const ExportForm = () => {
  const { t, i18n } = useTranslation(["device", "errors"]);
  const { exporting, make } = useExporting();
  const name = exporting.type === "given" ? exporting.name : "enlace.age";
  const unreadable = exporting.type === "given" ? exporting.unreadable : 0;
  return (
    <section aria-labelledby="export-passphrase-title">
      <h2 id="export-passphrase-title">{t("export.passphrase.title")}</h2>
      <p>{t("export.passphrase.hint")}</p>
      <NewPassphraseForm
        submit={t("export.make.action")}
        isWorking={exporting.type === "working"}
        onChoose={(passphrase) => void make(passphrase)}
      />
      <p role="status">{exporting.type === "given" && t("export.given.message", { name })}</p>
      {unreadable > 0 && (
        <Notice
          tone="danger"
          announce
          title={t("export.unreadable.message", {
            count: unreadable,
            formatted: formatNumber(unreadable, i18n.language),
          })}
        />
      )}
      {exporting.type === "failed" && (
        <Notice
          tone="danger"
          announce
          title={t("export.failed.error", {
            reason: t(`errors:${exporting.error.type}`, { ...exporting.error }),
          })}
        />
      )}
      <h2>{t("export.open.title")}</h2>
      <p>{t("export.open.message")}</p>
      <pre className="device-command">
        <code>{toCommand(name)}</code>
      </pre>
      <p>{t("export.parts.message")}</p>
      <p>{t("export.care.message")}</p>
    </section>
  );
};

/** What is typed is the same in every language. */
const toCommand = (name: string): string => `age -d ${name} > enlace.txt`;
