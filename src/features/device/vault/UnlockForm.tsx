import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDuration, formatNumber } from "#i18n/format.ts";
import { useVault } from "#sealing/vault/useSealing.ts";
import type { UnlockError, VaultState } from "#sealing/vault/vaultState.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import { PasskeyUnlock } from "./PasskeyUnlock.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import "./UnlockForm.css";

/** Asks for the passphrase; the screen the person wanted follows once the vault is open. */
export const UnlockForm = () => {
  const { t, i18n } = useTranslation(["device", "errors", "app"]);
  const { vault, state } = useVault();
  const [passphrase, setPassphrase] = useState("");
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<UnlockError>();
  if (state.type !== "locked") return null;
  const mustWait = isOpening || state.waitMs > 0;
  const handleUnlock = async (): Promise<void> => {
    setOpening(true);
    // Anything typed during this attempt belongs to the next one.
    setPassphrase("");
    const unlocked = await vault.unlock(passphrase);
    setOpening(false);
    setError(unlocked.ok ? undefined : unlocked.error);
  };
  return (
    <form
      noValidate
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!mustWait && passphrase !== "") void handleUnlock();
      }}
    >
      <PassphraseField
        label={t("unlock.passphrase.label")}
        autoComplete="current-password"
        value={passphrase}
        error={error?.type === "passphraseWrong" ? t("errors:passphraseWrong") : undefined}
        onChange={(typed) => {
          setPassphrase(typed);
          setError(undefined);
        }}
      />
      <Button type="submit" tone="primary" aria-disabled={mustWait}>
        {isOpening ? t("unlock.opening.message") : t("app:unlock.open.action")}
      </Button>
      <PasskeyUnlock />
      <WrongPassphraseLine state={state} />
      {error && !isAboutPassphrase(error) && (
        <Callout tone="danger" announce title={sayError(i18n, error)} />
      )}
    </form>
  );
};

/** True if the vault's state already shows it: a wrong passphrase, and how long to wait. */
const isAboutPassphrase = ({ type }: UnlockError): boolean =>
  type === "passphraseWrong" || type === "unlockWaits";

type WrongPassphraseLineProps = { readonly state: Extract<VaultState, { type: "locked" }> };

/**
 * Shows the number of wrong attempts, and when the next is allowed. The seconds are only visible; a
 * screen reader announces the start and the end of the wait.
 */
const WrongPassphraseLine = ({ state }: WrongPassphraseLineProps) => {
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

/** The whole seconds left of `waitMs`, counted from the last change of `start`. */
const useSecondsLeft = (waitMs: number, start: unknown): number => {
  const [left, setLeft] = useState({ start, seconds: toSeconds(waitMs) });
  useEffect(() => {
    const endsAtMs = Date.now() + waitMs;
    const tick = (): void => setLeft({ start, seconds: toSeconds(endsAtMs - Date.now()) });
    tick();
    if (waitMs === 0) return undefined;
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [waitMs, start]);
  return left.start === start ? left.seconds : toSeconds(waitMs);
};

const toSeconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1_000));
