import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SureDialog } from "#features/device/page/SureDialog.tsx";
import { Button } from "#ui/controls/Button.tsx";

type EraseButtonsProps = { readonly isErasing: boolean; readonly onErase: () => void };

/** With time, and without: at once means two taps in all. */
export const EraseButtons = ({ isErasing, onErase }: EraseButtonsProps) => {
  const { t } = useTranslation("device");
  const [asked, setAsked] = useState<"no" | "calmly" | "atOnce">("no");
  const handleErase = (): void => {
    setAsked("no");
    onErase();
  };
  const dialog = {
    title: t("eraseConfirmation.ask.title"),
    message: t("eraseConfirmation.ask.message"),
    go: t("eraseConfirmation.erase.action"),
    onClose: () => setAsked("no"),
    onGo: handleErase,
  };
  return (
    <>
      <div className="button-row">
        <Button
          tone="danger"
          aria-disabled={isErasing}
          onClick={() => setAsked(isErasing ? "no" : "calmly")}
        >
          {t("erase.begin.action")}
        </Button>
        <Button
          tone="danger"
          aria-disabled={isErasing}
          onClick={() => setAsked(isErasing ? "no" : "atOnce")}
        >
          {t("erase.atOnce.action")}
        </Button>
      </div>
      <p>{t("erase.atOnce.hint")}</p>
      <SureDialog {...dialog} open={asked === "calmly"} sure={t("eraseConfirmation.sure.label")} />
      <SureDialog {...dialog} open={asked === "atOnce"} />
    </>
  );
};
