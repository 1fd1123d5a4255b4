import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Passage } from "#domain/guidance/contentPack.ts";
import { listPassages } from "#domain/guidance/passages.ts";
import type { Language } from "#domain/language.ts";
import { usePack, useReading } from "#features/guidance/reading/useReading.ts";
import { formatLanguageName } from "#i18n/format.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { PassageVersion } from "./PassageVersion.tsx";
import { SourceLine } from "./SourceLine.tsx";
import "./OriginalPassages.css";

type OriginalPassagesProps = { readonly language: Language; readonly ids: readonly string[] };

/** The same passages from the pack of the source's own language. */
const OriginalPassages = ({ language, ids }: OriginalPassagesProps) => {
  const { t } = useTranslation("guidance");
  const live = usePack(language);
  if (live.type === "loading") return <Waiting label={t("page.loading.message")} />;
  if (live.type === "failed" || !live.value) return <p>{t("original.missing.error")}</p>;
  const pack = live.value;
  const passages = listPassages(pack)
    .map(({ passage }) => passage)
    .filter(({ id }) => ids.includes(id));
  const [head] = passages;
  return (
    <>
      {passages.map((passage) => (
        <PassageVersion key={passage.id} passage={passage} pack={pack} isHead={passage === head} />
      ))}
      {head && <SourceLine passage={head} />}
    </>
  );
};

/** Shows the quoted original under a translation, in place, when the reader asks for it. */
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
