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
 * Whether what is on the screen is on the disk, in sight wherever one types. It changes with every letter, so it is not read
 * aloud; a failure is, by {@link SaveFailure}.
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
        // Holds its place: the first letter must not move the field that it is typed into.
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

/** The time alone for today; else the day too. */
const formatWhen = (at: string, language: string): string =>
  new Date(at).toDateString() === new Date().toDateString()
    ? formatTime(at, language)
    : formatInstant(at, language);

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
