import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/controls/Button.tsx";
import { Notice } from "#ui/signs/Notice.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import type { SaveState } from "./createKeeper.ts";

type SaveFailureProps = {
  readonly saveState: SaveState;
  /** The device keeps it no longer, though nothing failed here. */
  readonly isGone: boolean;
  readonly onSaveAgain: () => void;
  /** Other ways to save what is on the screen. */
  readonly children?: ReactNode;
};

/** What was typed stays on the screen; here is why it is not on the disk, and what can be done. */
export const SaveFailure = ({ saveState, isGone, onSaveAgain, children }: SaveFailureProps) => {
  const { t } = useTranslation("inquiries");
  const isFailed = saveState.type === "failed";
  if (!isFailed && !isGone) return null;
  return (
    <Notice
      tone="danger"
      announce
      title={isFailed ? t("saving.failed.title") : t("saving.gone.title")}
    >
      {isFailed ? (
        <p>
          <ErrorText error={saveState.error} />. {t("saving.failed.message")}
        </p>
      ) : (
        <p>{t("saving.gone.message")}</p>
      )}
      <div className="button-row">
        <Button onClick={onSaveAgain}>
          {isFailed ? t("saving.again.action") : t("saving.restore.action")}
        </Button>
        {children}
      </div>
    </Notice>
  );
};
