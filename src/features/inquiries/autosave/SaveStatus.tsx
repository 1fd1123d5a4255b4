import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant, formatTime } from "#i18n/format.ts";
import { useDatabase } from "#storage/useLive.ts";
import { Button } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import { ErrorText } from "#words/ErrorText.tsx";
import type { SaveState } from "./createKeeper.ts";
import "./SaveStatus.css";

/**
 * Shows at all times whether the text on the screen is saved. It changes with every keystroke, so
 * it is not read aloud; a failure is, by {@link SaveFailure}.
 */
export const SaveStatus = ({ saveState }: { readonly saveState: SaveState }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { lasting } = useDatabase();
  return (
    <p className={`save-status save-${saveState.type} no-print`} role="status" aria-live="off">
      {sayState()}
      {saveState.type === "failed" && (
        <>
          {": "}
          <ErrorText error={saveState.error} />
        </>
      )}
    </p>
  );

  function sayState(): string {
    if (!lasting) return t("saving.memory.message");
    switch (saveState.type) {
      case "untouched":
        // Reserves the line, so that the first keystroke does not move the field being typed into.
        return "\u00a0";
      case "keeping":
        return t("saving.keeping.message");
      case "failed":
        return t("saving.failed.title");
      case "kept":
        return t("saving.kept.message", { time: formatWhen(saveState.at, i18n.language) });
    }
  }
};

/** Formats the time alone if it is today, otherwise the day too. */
const formatWhen = (at: string, language: string): string =>
  new Date(at).toDateString() === new Date().toDateString()
    ? formatTime(at, language)
    : formatInstant(at, language);

type SaveFailureProps = {
  readonly saveState: SaveState;
  /** The record no longer exists on this device, though no save failed here. */
  readonly isGone: boolean;
  readonly onSaveAgain: () => void;
  /** Other ways to save what is on the screen. */
  readonly children?: ReactNode;
};

/** Explains why the text on the screen is not saved, and offers what to do. The text stays. */
export const SaveFailure = ({ saveState, isGone, onSaveAgain, children }: SaveFailureProps) => {
  const { t } = useTranslation("inquiries");
  const isFailed = saveState.type === "failed";
  if (!isFailed && !isGone) return null;
  return (
    <Callout
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
    </Callout>
  );
};
