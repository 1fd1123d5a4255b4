import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { Dialog } from "#ui/controls/Dialog.tsx";

type SureDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly message: string;
  /**
   * The label of a box to tick before the button, against accidental taps; omitted where speed
   * matters.
   */
  readonly sure?: string;
  /** The button's label: the action that can't be undone. */
  readonly go: string;
  readonly onClose: () => void;
  readonly onGo: () => void;
};

/** Asks before an action that can't be undone. */
export const SureDialog = ({ open, title, message, sure, go, onClose, onGo }: SureDialogProps) => {
  const { t } = useTranslation("device");
  const [isSure, setSure] = useState(false);
  const handleClose = (): void => {
    setSure(false);
    onClose();
  };
  return (
    <Dialog open={open} title={title} onClose={handleClose}>
      <p>{message}</p>
      {sure !== undefined && (
        <label className="choice-row">
          <input
            type="checkbox"
            checked={isSure}
            onChange={(event) => setSure(event.target.checked)}
          />
          <span>{sure}</span>
        </label>
      )}
      <div className="button-row">
        <Button onClick={handleClose}>{t("sureDialog.keep.action")}</Button>
        <Button
          tone="danger"
          disabled={sure !== undefined && !isSure}
          onClick={() => {
            setSure(false);
            onGo();
          }}
        >
          {go}
        </Button>
      </div>
    </Dialog>
  );
};
