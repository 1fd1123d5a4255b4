import { useTranslation } from "react-i18next";
import type { Passage } from "#domain/guidance/contentPack.ts";
import { citePassage } from "#domain/guidance/passages.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import type { Side } from "#features/guidance/reading/useSecondLanguage.ts";
import { formatPartialDate } from "#i18n/format.ts";
import { usePainted } from "#ui/browser/usePainted.ts";
import { isDraft } from "./isDraft.ts";
import { toShortTitle } from "./toShortTitle.ts";

type SourceLineProps = { readonly passage: Passage; readonly side?: Side | undefined };

/** Where a text comes from and of what date it is, always in the reader's own language. */
export const SourceLine = ({ passage, side }: SourceLineProps) => {
  const { t, i18n } = useTranslation("guidance");
  const { first } = useReading();
  const { sourceTitle, sourceDate, asOf } = citePassage(first, passage);
  const source = toShortTitle(sourceTitle);
  const isOurs = passage.standing === "summary";
  const isPainted = usePainted();
  const written = isOurs ? asOf : sourceDate;
  const date = isPainted ? formatPartialDate(written, i18n.language) : written;
  return (
    <p className="source-line" data-side={side} data-late={!isPainted} lang={i18n.language}>
      {isOurs
        ? t("source.summary.label", { source, date })
        : t("source.words.label", { source, date })}
      {isDraft(first, passage) && ` · ${t("source.draft.label")}`}
    </p>
  );
};
