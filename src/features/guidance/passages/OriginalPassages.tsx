import { useTranslation } from "react-i18next";
import { listPassages } from "#domain/guidance/passages.ts";
import type { Language } from "#domain/language.ts";
import { usePack } from "#features/guidance/reading/usePack.ts";
import { Waiting } from "#ui/signs/Waiting.tsx";
import { PassageVersion } from "./PassageVersion.tsx";
import { SourceLine } from "./SourceLine.tsx";

type OriginalPassagesProps = { readonly language: Language; readonly ids: readonly string[] };

/** The same passages from the pack of the source's own language. */
export const OriginalPassages = ({ language, ids }: OriginalPassagesProps) => {
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
