import { useTranslation } from "react-i18next";
import { InstallSteps } from "#features/device/install/InstallSteps.tsx";
import { Button } from "#ui/controls/Button.tsx";
import { CopyButton } from "#ui/controls/CopyButton.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import "./InstallFirst.css";

type InstallFirstProps = { readonly code: string; readonly onHere: () => void };

/**
 * On an iPhone the home screen app has its own storage: a code redeemed in the browser would be
 * used up, and only the browser would be enrolled.
 */
export const InstallFirst = ({ code, onHere }: InstallFirstProps) => {
  const { t } = useTranslation(["device", "app"]);
  return (
    <>
      <Callout tone="caution" title={t("installFirst.why.title")}>
        <p>{t("installFirst.why.message")}</p>
      </Callout>
      {code !== "" && (
        <>
          <p>{t("installFirst.code.label")}</p>
          <p className="install-first-code">{code}</p>
          <CopyButton
            text={code}
            label={t("installFirst.copy.action")}
            copied={t("app:copy.done.message")}
            failed={t("installFirst.notCopied.message")}
          />
        </>
      )}
      <h2>{t("installFirst.how.title")}</h2>
      <InstallSteps platform="iosBrowser" />
      <p>{t("installFirst.then.message")}</p>
      <Button tone="quiet" onClick={onHere}>
        {t("installFirst.here.action")}
      </Button>
    </>
  );
};
