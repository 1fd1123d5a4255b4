import { useTranslation } from "react-i18next";
import type { HeldDirectory } from "#domain/directory/readableDirectory.ts";
import { formatNumber } from "#i18n/format.ts";
import { useVault } from "#sealing/vault/useVault.ts";
import { Notice } from "#ui/signs/Notice.tsx";

/** What of the held edition is not here, since nothing could seal it when it came. */
export const MissingContacts = ({ closedCounts }: Pick<HeldDirectory, "closedCounts">) => {
  const { t, i18n } = useTranslation("device");
  const isUnlocked = useVault().state.type === "unlocked";
  const count = closedCounts.reduce((sum, each) => sum + each.count, 0);
  const formatted = formatNumber(count, i18n.language);
  return (
    <Notice tone="caution" announce title={t("directoryFile.missing.title", { count, formatted })}>
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
    </Notice>
  );
};
