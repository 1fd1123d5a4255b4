import { useTranslation } from "react-i18next";
import type { StateEntry } from "#domain/directory/edition.ts";
import { formatDay } from "#i18n/format.ts";
import { participationWords } from "#words/stateWords.ts";

/** How the State stands to the Organization's work: who says so, and as of when. */
export const ParticipationNote = ({ entry }: { readonly entry: StateEntry }) => {
  const { t, i18n } = useTranslation("directory");
  const { status, since, asOf, source } = entry.participation;
  const day = (date: string): string => formatDay(date, i18n.language);
  const parts = [
    t(status === "member" ? "participation.member.label" : participationWords[status]),
    ...(since === undefined ? [] : [t("participation.since.message", { day: day(since) })]),
    t("participation.source.message", { day: day(asOf), source }),
  ];
  return <p className="participation">{parts.join(" · ")}</p>;
};
