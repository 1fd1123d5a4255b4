import type { useTranslation } from "react-i18next";
import type { ContentPack, Passage } from "#domain/guidance/contentPack.ts";
import { citePassage } from "#domain/guidance/passages.ts";
import { formatLanguageName, formatPartialDate } from "#i18n/format.ts";
import { isDraft } from "./groupRuns.ts";

/** The part of i18next needed here. */
type Translator = Pick<
  ReturnType<typeof useTranslation<"guidance">>["i18n"],
  "hasResourceBundle" | "getFixedT" | "language"
>;

/**
 * Writes a paragraph with its standing and source, in the paragraph's own language, because it is
 * copied for someone who reads that language. If those messages are not loaded, uses the reader's.
 */
export const writeCitation = (i18n: Translator, pack: ContentPack, passage: Passage): string => {
  const isLoaded = i18n.hasResourceBundle(pack.language, "guidance");
  const language = isLoaded ? pack.language : i18n.language;
  const t = i18n.getFixedT(language, "guidance");
  const { text, sourceTitle, sourceLanguage, sourceDate, asOf } = citePassage(pack, passage);
  const words = { text, source: sourceTitle, date: formatPartialDate(sourceDate, language) };
  const translated = { ...words, language: formatLanguageName(sourceLanguage, language) };
  const ours = { ...words, date: formatPartialDate(asOf, language) };
  const isFromDraft = isDraft(pack, passage);
  switch (passage.standing) {
    case "adopted":
      return t("citation.adopted.message", words);
    case "quoted":
      return isFromDraft
        ? t("citation.quotedDraft.message", words)
        : t("citation.quoted.message", words);
    case "translation":
      return isFromDraft
        ? t("citation.translationDraft.message", translated)
        : t("citation.translation.message", translated);
    case "summary":
      return passage.source === ownSource
        ? t("citation.own.message", ours)
        : t("citation.summary.message", ours);
  }
};

/** The key under which every pack names Enlace itself. */
const ownSource = "enlace";

/**
 * Resolves to true once the text is copied; false if the browser refuses, as it may without https.
 */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
