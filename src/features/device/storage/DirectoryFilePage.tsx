import { useState } from "react";
import { useTranslation } from "react-i18next";
import { editionMaxLength } from "#domain/directory/edition.ts";
import type { HeldDirectory } from "#domain/directory/readableDirectory.ts";
import { instantToDay } from "#domain/instant.ts";
import { DevicePage } from "#features/device/page/DevicePage.tsx";
import { formatDay, formatNumber } from "#i18n/format.ts";
import { createPrivatePartSealer } from "#sealing/vault/createPrivatePartSealer.ts";
import { useSealing, useVault } from "#sealing/vault/useSealing.ts";
import { findEdition } from "#storage/content/editions.ts";
import { useDatabase, useLive } from "#storage/useLive.ts";
import { takeEditionFile } from "#sync/content/refreshDirectory.ts";
import type { TakeEditionError } from "#sync/content/takeEdition.ts";
import { useSync } from "#sync/useSync.ts";
import { FileField } from "#ui/fields/FileField.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { ErrorText } from "#words/ErrorText.tsx";

/** Loads an edition from e-mail or a USB stick: whoever brought it, only its signature matters. */
export const DirectoryFilePage = () => {
  const { t, i18n } = useTranslation("device");
  const edition = useLive(findEdition, "edition");
  const { taking, take } = useTakingFile();
  return (
    <DevicePage title={t("directoryFile.page.title")}>
      <p>{t("directoryFile.what.message")}</p>
      {edition.type === "ready" && edition.value && (
        <p>
          {t("directoryFile.held.message", {
            number: edition.value.edition.number,
            issued: formatDay(instantToDay(edition.value.edition.issuedAt), i18n.language),
          })}
        </p>
      )}
      {edition.type === "ready" && edition.value?.closedMissing && (
        <MissingContacts closedCounts={edition.value.closedCounts} />
      )}
      <FileField
        label={t("directoryFile.choose.label")}
        accept=".json,application/json"
        onChoose={(file) => void take(file)}
      />
      {taking.type === "reading" && <Waiting label={t("directoryFile.reading.message")} />}
      {taking.type === "taken" && (
        <Callout tone="good" announce title={t("directoryFile.taken.title")}>
          <p>
            <a href="#/directory">{t("directoryFile.see.action")}</a>
          </p>
        </Callout>
      )}
      {taking.type === "current" && (
        <Callout tone="plain" announce title={t("directoryFile.current.title")} />
      )}
      {taking.type === "refused" && (
        <Callout tone="danger" announce title={t("directoryFile.refused.title")}>
          <p>
            <ErrorText error={taking.error} />
          </p>
          <p>{t("directoryFile.unchanged.message")}</p>
        </Callout>
      )}
    </DevicePage>
  );
};

/** Counts contacts missing from the saved edition, because nothing could seal them on arrival. */
const MissingContacts = ({ closedCounts }: Pick<HeldDirectory, "closedCounts">) => {
  const { t, i18n } = useTranslation("device");
  const isUnlocked = useVault().state.type === "unlocked";
  const count = closedCounts.reduce((sum, each) => sum + each.count, 0);
  const formatted = formatNumber(count, i18n.language);
  return (
    <Callout tone="caution" announce title={t("directoryFile.missing.title", { count, formatted })}>
      <p>
        {isUnlocked
          ? t("directoryFile.chooseAgain.message")
          : t("directoryFile.unlockFirst.message")}
      </p>
      {!isUnlocked && (
        <p>
          <a href="#/more/lock">{t("more.lock.action")}</a>
        </p>
      )}
    </Callout>
  );
};

type Taking =
  | { readonly type: "idle" }
  | { readonly type: "reading" }
  | { readonly type: "taken" }
  | { readonly type: "current" }
  | {
      readonly type: "refused";
      readonly error: TakeEditionError | { readonly type: "fileUnreadable" };
    };

/** The maximum size; quotation marks and non-ASCII letters enlarge an edition in a signed file. */
const fileMaxBytes = 4 * editionMaxLength;

/** Reads an edition from a chosen file, or says why it can't. */
const useTakingFile = (): {
  readonly taking: Taking;
  readonly take: (file: File) => Promise<void>;
} => {
  const { database } = useDatabase();
  const { publishers } = useSync();
  const { vault } = useSealing();
  const [taking, setTaking] = useState<Taking>({ type: "idle" });
  const take = async (file: File): Promise<void> => {
    if (file.size > fileMaxBytes) {
      const error = { type: "editionTooLarge", maxLength: editionMaxLength } as const;
      return setTaking({ type: "refused", error });
    }
    setTaking({ type: "reading" });
    // The stick was pulled out, or an app moved the file.
    const text = await file.text().catch(() => null);
    if (text === null) return setTaking({ type: "refused", error: { type: "fileUnreadable" } });
    const privatePartSealer = createPrivatePartSealer(vault);
    const deps = { database, publishers, privatePartSealer, clock: () => Date.now() };
    const taken = await takeEditionFile(deps, text);
    setTaking(taken.ok ? { type: taken.value } : { type: "refused", error: taken.error });
  };
  return { taking, take };
};
