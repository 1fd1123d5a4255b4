import { useTranslation } from "react-i18next";
import { formatDuration, formatNumber } from "#i18n/format.ts";
import type { VaultState } from "#sealing/vault/vault.ts";
import { useSecondsLeft } from "./useSecondsLeft.ts";

type WrongPassphraseLineProps = { readonly state: Extract<VaultState, { type: "locked" }> };

/**
 * How many were wrong, and when the next may be tried. The seconds are for the eye; a screen reader
 * hears when waiting begins and when it is over.
 */
export const WrongPassphraseLine = ({ state }: WrongPassphraseLineProps) => {
  const { t, i18n } = useTranslation("device");
  const { failures, waitMs } = state;
  const secondsLeft = useSecondsLeft(waitMs, state);
  const write = (seconds: number): string => formatDuration(seconds, i18n.language);
  const count = formatNumber(failures, i18n.language);
  return (
    <div className="unlock-line">
      <p role="status">
        {failures > 0 && t("unlock.failures.message", { count: failures, formatted: count })}{" "}
        {waitMs > 0 && (
          <span className="visually-hidden">
            {t("unlock.wait.message", { time: write(Math.ceil(waitMs / 1_000)) })}
          </span>
        )}
        {failures > 0 && waitMs === 0 && t("unlock.again.message")}
      </p>
      {waitMs > 0 && (
        <p aria-hidden="true">{t("unlock.wait.message", { time: write(secondsLeft) })}</p>
      )}
    </div>
  );
};
