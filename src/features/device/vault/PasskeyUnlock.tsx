import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PasskeyDeps, type PasskeyError, unlockWithPasskey } from "#sealing/vault/passkey.ts";
import { useHasPasskey, useSealing } from "#sealing/vault/useSealing.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { sayError } from "#words/sayError.ts";
import "./PasskeyUnlock.css";

/** Unlocks with the passkey, if one was set up; if that fails, the passphrase still works. */
export const PasskeyUnlock = () => {
  const { t, i18n } = useTranslation("device");
  const deps = usePasskeyDeps();
  const passkey = useHasPasskey();
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<PasskeyError>();
  if (!deps || passkey.type !== "ready" || !passkey.value) return null;
  const handleUnlock = async (): Promise<void> => {
    setAsking(true);
    setError(undefined);
    const unlocked = await unlockWithPasskey(deps);
    setAsking(false);
    if (!unlocked.ok) setError(unlocked.error);
  };
  return (
    <div className="passkey-unlock">
      <Button
        aria-disabled={isAsking}
        onClick={() => {
          if (!isAsking) void handleUnlock();
        }}
      >
        {isAsking ? t("passkeyUnlock.asking.message") : t("passkeyUnlock.open.action")}
      </Button>
      {error && (
        <Callout tone="danger" announce title={sayError(i18n, error)}>
          <p>{t("passkeyUnlock.still.message")}</p>
        </Callout>
      )}
    </div>
  );
};

/** Returns undefined if the browser does not support passkeys: then they are not mentioned. */
export const usePasskeyDeps = (): PasskeyDeps | undefined => {
  const sealing = useSealing();
  if (typeof PublicKeyCredential === "undefined") return undefined;
  return { ...sealing, credentials: navigator.credentials };
};
