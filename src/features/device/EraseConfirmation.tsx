import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";

type EraseConfirmationProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onErase: () => void;
};

/** Two steps, so that no thumb does it by chance: a box to tick, then the button. */
export const EraseConfirmation = ({ open, onClose, onErase }: EraseConfirmationProps) => {
  const { t } = useTranslation("device");
  const [isSure, setSure] = useState(false);
  const handleClose = (): void => {
    setSure(false);
    onClose();
  };
  return (
    <Dialog open={open} title={t("eraseConfirmation.ask.title")} onClose={handleClose}>
      <p>{t("eraseConfirmation.ask.message")}</p>
      <label className="choice-row">
        <input
          type="checkbox"
          checked={isSure}
          onChange={(event) => setSure(event.target.checked)}
        />
        <span>{t("eraseConfirmation.sure.label")}</span>
      </label>
      <div className="button-row">
        <Button onClick={handleClose}>{t("eraseConfirmation.keep.action")}</Button>
        <Button
          tone="danger"
          disabled={!isSure}
          onClick={() => {
            setSure(false);
            onErase();
          }}
        >
          {t("eraseConfirmation.erase.action")}
        </Button>
      </div>
    </Dialog>
  );
};
