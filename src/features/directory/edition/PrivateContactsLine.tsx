import { useTranslation } from "react-i18next";
import type { DeskKind, StateCode } from "#domain/desk.ts";
import { countHidden, type PrivateReading } from "#domain/directory/readableDirectory.ts";
import { formatNumber } from "#i18n/format.ts";
import "./PrivateContactsLine.css";

type PrivateContactsLineProps = {
  readonly privateReading: PrivateReading;
  /** Limits the count to one State or desk; otherwise it is of all. */
  readonly state?: StateCode;
  readonly desk?: DeskKind;
};

/** Shows how many private contacts can't be read now, why, and what to do about it. */
export const PrivateContactsLine = ({ privateReading, state, desk }: PrivateContactsLineProps) => {
  const { t, i18n } = useTranslation(["directory", "app"]);
  const count = countHidden(privateReading, state, desk);
  if (count === 0) return null;
  const values = { count, formatted: formatNumber(count, i18n.language) };
  switch (privateReading.type) {
    case "none":
    case "whole":
    case "older":
      return null;
    case "locked":
      return (
        <p className="private-contacts-line">
          {t("privateContacts.locked.message", values)}{" "}
          <a className="no-print" href="#/more/lock">
            {t("app:unlock.open.action")}
          </a>
        </p>
      );
    case "unfetched":
      return (
        <p className="private-contacts-line">
          {t("privateContacts.unfetched.message", values)}{" "}
          <a className="no-print" href="#/more/lock">
            {t("privateContacts.passphrase.action")}
          </a>
        </p>
      );
    case "missing":
      return (
        <p className="private-contacts-line">
          {t("privateContacts.missing.message", values)}{" "}
          <a className="no-print" href="#/more/directory-file">
            {t("edition.file.action")}
          </a>
        </p>
      );
  }
};

/** Shown where private contacts of an older edition are listed with those of this one. */
export const OlderContactsLine = ({
  privateReading,
}: {
  readonly privateReading: PrivateReading;
}) => {
  const { t } = useTranslation("directory");
  if (privateReading.type !== "older") return null;
  return (
    <p className="private-contacts-line">
      {t("privateContacts.older.message", { number: privateReading.number })}
    </p>
  );
};
