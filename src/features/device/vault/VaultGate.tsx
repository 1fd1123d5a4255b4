import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useSealing.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayError } from "#words/sayError.ts";
import { SetUpForm } from "./SetUpPassphrase.tsx";
import { UnlockForm } from "./UnlockForm.tsx";
import "./VaultGate.css";

/** Shows a part of a page that needs the open vault, and until then the way to unlock it. */
export const VaultGate = ({ children }: { readonly children: ReactNode }) => {
  const { t, i18n } = useTranslation(["device", "app"]);
  const { state } = useVault();
  const [wasShut, setWasShut] = useState(false);
  if (!wasShut && (state.type === "missing" || state.type === "locked")) setWasShut(true);
  switch (state.type) {
    case "loading":
      return <Waiting label={t("app:app.loading.message")} />;
    case "failed":
      return (
        <Callout
          tone="danger"
          announce
          title={t("vaultGate.unread.error", {
            reason: sayError(i18n, state.error),
          })}
        />
      );
    case "missing":
      return (
        <>
          <h2>{t("setUp.page.title")}</h2>
          <SetUpForm />
        </>
      );
    case "locked":
      return (
        <>
          <p>{t("vaultGate.locked.message")}</p>
          <UnlockForm />
        </>
      );
    case "unlocked":
      return <OpenedPart takesFocus={wasShut}>{children}</OpenedPart>;
  }
};

type OpenedPartProps = { readonly takesFocus: boolean; readonly children: ReactNode };

/** Focuses the unlocked part when it opens, because the field that had the focus is gone. */
const OpenedPart = ({ takesFocus, children }: OpenedPartProps) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div ref={element} tabIndex={-1} className="opened-part">
      {children}
    </div>
  );
};
