import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useSealing.ts";
import "./LockButton.css";

/** Locks at once, from any screen. It is shown only while there is something to lock. */
export const LockButton = () => {
  const { t } = useTranslation("device");
  const { vault } = useVault();
  return (
    <button
      type="button"
      className="lock-button"
      title={t("lock.now.action")}
      onClick={() => void vault.lock()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />
      </svg>
      <span className="visually-hidden">{t("lock.now.action")}</span>
    </button>
  );
};
