import { useTranslation } from "react-i18next";
import type { ClosedReading } from "#domain/directory/readableDirectory.ts";
import "./ClosedNote.css";

/** Said where closed contacts of an older edition stand among those of this one. */
export const OlderNote = ({ closed }: { readonly closed: ClosedReading }) => {
  const { t } = useTranslation("directory");
  if (closed.type !== "older") return null;
  return <p className="closed-note">{t("closed.older.message", { number: closed.number })}</p>;
};
