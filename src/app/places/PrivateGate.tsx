import { lazy, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useVault } from "#sealing/vault/useSealing.ts";
import { Callout } from "#ui/signs/Callout.tsx";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { sayError } from "#words/sayError.ts";

const LockedScreen = lazy(async () => ({
  default: (await import("#features/device/lock/LockedScreen.tsx")).LockedScreen,
}));
const SetUpPassphrase = lazy(async () => ({
  default: (await import("#features/device/vault/SetUpPassphrase.tsx")).SetUpPassphrase,
}));

export type PrivateGateProps = {
  /** The list is shown even before anything private was ever written. */
  readonly path: string;
  readonly children: ReactNode;
};

/**
 * Guards a private screen: asks for the passphrase if there is one, and lets the person choose one
 * before private data is first written. Until then nothing private is rendered.
 */
export const PrivateGate = ({ path, children }: PrivateGateProps) => {
  const { t, i18n } = useTranslation("app");
  const { state } = useVault();
  switch (state.type) {
    case "loading":
      return <Waiting label={t("app.loading.message")} />;
    case "failed":
      return <Callout tone="danger" announce title={sayError(i18n, state.error)} />;
    case "missing":
      return path === "/inquiries" ? children : <SetUpPassphrase />;
    case "locked":
      return <LockedScreen />;
    case "unlocked":
      return children;
  }
};
