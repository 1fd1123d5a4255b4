import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PasskeyDeps, type PasskeyError, removePasskey } from "#sealing/vault/passkey.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";

type RemovePasskeyProps = { readonly deps: PasskeyDeps; readonly onRemoved: () => void };

/** Takes no passphrase: with less that opens, nothing is lost. */
export const RemovePasskey = ({ deps, onRemoved }: RemovePasskeyProps) => {
  const { t } = useTranslation(["device", "errors"]);
  const [error, setError] = useState<PasskeyError>();
  const handleRemove = async (): Promise<void> => {
    const removed = await removePasskey(deps);
    if (removed.ok) onRemoved();
    else setError(removed.error);
  };
  return (
    <>
      <p>{t("passkey.held.message")}</p>
      <Button onClick={() => void handleRemove()}>{t("passkey.remove.action")}</Button>
      {error && (
        <Notice tone="danger" announce title={t("passkey.notRemoved.title")}>
          <p>{t(`errors:${error.type}`, { ...error })}</p>
        </Notice>
      )}
    </>
  );
};
