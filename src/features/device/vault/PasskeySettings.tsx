import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addPasskey,
  type PasskeyDeps,
  type PasskeyError,
  removePasskey,
} from "#sealing/vault/passkey.ts";
import { useHasPasskey } from "#sealing/vault/useSealing.ts";
import type { UnlockError } from "#sealing/vault/vaultState.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import { sayError } from "#words/sayError.ts";
import { usePasskeyDeps } from "./PasskeyUnlock.tsx";
import { PassphraseField } from "./PassphraseField.tsx";
import "./PasskeySettings.css";

/**
 * Adds a passkey to the passphrase, if the browser supports it; it never replaces the passphrase.
 */
export const PasskeySettings = () => {
  const { t, i18n } = useTranslation("device");
  const deps = usePasskeyDeps();
  const passkey = useHasPasskey();
  const [done, setDone] = useState<"added" | "removed">();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!deps) return null;
  const handleDone = (what: "added" | "removed"): void => {
    setDone(what);
    // The button that had the focus no longer exists.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section aria-labelledby="passkey-title">
      <h2 id="passkey-title" ref={heading} tabIndex={-1}>
        {t("passkey.section.title")}
      </h2>
      <p>{t("passkey.what.message")}</p>
      <p>{t("passkey.risk.message")}</p>
      {passkey.type === "failed" && (
        <Callout
          tone="danger"
          announce
          title={t("passkey.unread.error", {
            reason: sayError(i18n, passkey.error),
          })}
        />
      )}
      {passkey.type === "ready" && passkey.value && (
        <RemovePasskey deps={deps} onRemoved={() => handleDone("removed")} />
      )}
      {passkey.type === "ready" && !passkey.value && (
        <AddPasskey deps={deps} onAdded={() => handleDone("added")} />
      )}
      <p role="status" className="passkey-done">
        {done === "added" && t("passkey.added.message")}
        {done === "removed" && t("passkey.removed.message")}
      </p>
    </section>
  );
};

type AddPasskeyProps = { readonly deps: PasskeyDeps; readonly onAdded: () => void };

/** Asks for the passphrase again: only it can authorize another way to unlock. */
const AddPasskey = ({ deps, onAdded }: AddPasskeyProps) => {
  const { t } = useTranslation(["device", "errors"]);
  const [passphrase, setPassphrase] = useState("");
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<PasskeyError | UnlockError>();
  const handleAdd = async (): Promise<void> => {
    setWorking(true);
    setError(undefined);
    const added = await addPasskey(deps, passphrase, t("passkey.account.label"));
    setWorking(false);
    if (added.ok) onAdded();
    else setError(added.error);
  };
  return (
    <form
      noValidate
      className="passkey-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWorking && passphrase !== "") void handleAdd();
      }}
    >
      <PassphraseField
        label={t("passkey.passphrase.label")}
        autoComplete="current-password"
        hint={t("passkey.add.hint")}
        value={passphrase}
        error={error?.type === "passphraseWrong" ? t("errors:passphraseWrong") : undefined}
        onChange={(typed) => {
          setPassphrase(typed);
          setError(undefined);
        }}
      />
      <Button type="submit" aria-disabled={isWorking}>
        {isWorking ? t("passkey.adding.message") : t("passkey.add.action")}
      </Button>
      {error && error.type !== "passphraseWrong" && (
        <Callout tone="danger" announce title={t("passkey.notAdded.title")}>
          <p>
            <ErrorText error={error} />
          </p>
          {isOfPasskey(error) && <p>{t("passkey.leftover.message")}</p>}
        </Callout>
      )}
    </form>
  );
};

/** True if the passkey may have been made before it turned out not to open anything. */
const isOfPasskey = ({ type }: PasskeyError | UnlockError): boolean =>
  type === "passkeyRefused" || type === "passkeyWithoutPrf" || type === "passkeyChanged";

type RemovePasskeyProps = { readonly deps: PasskeyDeps; readonly onRemoved: () => void };

/** Asks for no passphrase: removing a way to unlock loses nothing. */
const RemovePasskey = ({ deps, onRemoved }: RemovePasskeyProps) => {
  const { t } = useTranslation("device");
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
        <Callout tone="danger" announce title={t("passkey.notRemoved.title")}>
          <p>
            <ErrorText error={error} />
          </p>
        </Callout>
      )}
    </>
  );
};
