import { useTranslation } from "react-i18next";
import { chooseLanguage } from "#domain/language.ts";
import { formatPartialDate } from "#i18n/format.ts";
import { findContentPack } from "#storage/content/contentPacks.ts";
import { useLive } from "#storage/useLive.ts";

/** The documents that the guidance quotes, as its pack names them. */
export const SourceList = () => {
  const { i18n } = useTranslation("device");
  const language = chooseLanguage([i18n.language]);
  const pack = useLive((database) => findContentPack(database, language), language);
  if (pack.type !== "ready" || !pack.value) return null;
  const { sources } = pack.value;
  return (
    <ul>
      {["cbm-draft-2019", "cicte-workplan-2024"].map((id) => {
        const source = sources[id];
        if (!source) return null;
        return (
          <li key={id}>
            <cite>{source.title}</cite> ({formatPartialDate(source.date, i18n.language)})
          </li>
        );
      })}
    </ul>
  );
};
