import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Passage } from "#domain/guidance/contentPack.ts";
import { useReading } from "#features/guidance/reading/useReading.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { OriginalPassages } from "./OriginalPassages.tsx";

/** Under a translation: the quoted words themselves, in place, when they are asked for. */
export const OriginalWords = ({ passages }: { readonly passages: readonly Passage[] }) => {
  const { t, i18n } = useTranslation("guidance");
  const { first } = useReading();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const language = first.sources[passages[0]?.source ?? ""]?.language;
  if (!language || language === first.language) return null;
  const name = formatLanguageName(language, i18n.language);
  return (
    <div className="original" data-original={language}>
      <button
        type="button"
        className="original-button no-print"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen
          ? t("original.hide.action", { language: name })
          : t("original.show.action", { language: name })}
      </button>
      <div id={id}>
        {isOpen && <OriginalPassages language={language} ids={passages.map((one) => one.id)} />}
      </div>
    </div>
  );
};
