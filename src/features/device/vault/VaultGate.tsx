import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useVault.ts";
import { Notice } from "#ui/signs/Notice.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { OpenedPart } from "./OpenedPart.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import { UnlockForm } from "./UnlockForm.tsx";

/** Within a page: what needs the open vault, and until then the way to it. */
export const VaultGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation(["device", "app", "errors"]);
  const { state } = useVault();
  const [wasShut, setWasShut] = useState(false);
  if (!wasShut && (state.type === "missing" || state.type === "locked")) setWasShut(true);
  switch (state.type) {
    case "loading":
      return <Waiting label={t("app:app.loading.message")} />;
    case "failed":
      return (
        <Notice
          tone="danger"
          announce
          title={t("vaultGate.unread.error", {
            reason: t(`errors:${state.error.type}`, { ...state.error }),
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
