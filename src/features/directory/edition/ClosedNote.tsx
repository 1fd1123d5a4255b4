import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import { type ClosedReading, countHidden } from "#domain/directory/readableDirectory.ts";
import { formatNumber } from "#i18n/format.ts";
import "./ClosedNote.css";

type ClosedNoteProps = {
  readonly closed: ClosedReading;
  /** Of one State or desk; else of all. */
  readonly state?: StateCode;
  readonly desk?: DeskKind;
};

/** How many contacts can't be read here and now, why, and what brings them. */
export const ClosedNote = ({ closed, state, desk }: ClosedNoteProps) => {
  const { t, i18n } = useTranslation(["directory", "app"]);
  const count = countHidden(closed, state, desk);
  if (count === 0) return null;
  const values = { count, formatted: formatNumber(count, i18n.language) };
  switch (closed.type) {
    case "none":
    case "whole":
    case "older":
      return null;
    case "locked":
      return (
        <p className="closed-note">
          {t("closed.locked.message", values)}{" "}
          <a className="no-print" href="#/more/lock">
            {t("app:unlock.open.action")}
          </a>
        </p>
      );
    case "unfetched":
      return (
        <p className="closed-note">
          {t("closed.unfetched.message", values)}{" "}
          <a className="no-print" href="#/more/lock">
            {t("closed.passphrase.action")}
          </a>
        </p>
      );
    case "missing":
      return (
        <p className="closed-note">
          {t("closed.missing.message", values)}{" "}
          <a className="no-print" href="#/more/directory-file">
            {t("edition.file.action")}
          </a>
        </p>
      );
  }
};

/** Said where closed contacts of an older edition stand among those of this one. */
export const OlderNote = ({ closed }: { readonly closed: ClosedReading }) => {
  const { t } = useTranslation("directory");
  if (closed.type !== "older") return null;
  return <p className="closed-note">{t("closed.older.message", { number: closed.number })}</p>;
};
