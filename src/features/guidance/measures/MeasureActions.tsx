import { useTranslation } from "react-i18next";
import type { MeasureActions as Actions, ContentPack } from "#domain/guidance/contentPack.ts";
import { PairedText } from "#features/guidance/passages/PairedText.tsx";
import { PassageRuns } from "#features/guidance/passages/PassageRuns.tsx";
import { SourceLine } from "#features/guidance/passages/SourceLine.tsx";
import { ActionTemplate } from "#features/guidance/procedures/ActionTemplate.tsx";
import { useReading } from "#features/guidance/reading/useReading.ts";

/** What there is to do about a measure: something to undertake, points to check, a text to use. */
export const MeasureActions = ({ number }: { readonly number: number }) => {
  const { t } = useTranslation("guidance");
  const { first } = useReading();
  const pick = (pack: ContentPack): Actions | undefined =>
    pack.measures.find((measure) => measure.number === number)?.actions;
  const actions = pick(first);
  if (!actions) return null;
  return (
    <section className="actions" aria-labelledby="actions">
      <h2 id="actions">{t("actions.section.title")}</h2>
      <PassageRuns
        pick={(pack) => [pick(pack)?.activity].filter((one) => one !== undefined)}
        usual={actions.activity}
      />
      <h3>{t("actions.checklist.title")}</h3>
      <ul className="checklist">
        {actions.checklist.map((point, index) => (
          <li key={point.id}>
            <PassageRuns
              pick={(pack) => [pick(pack)?.checklist[index]].filter((one) => one !== undefined)}
              usual={actions.activity}
            />
          </li>
        ))}
      </ul>
      <h3>
        <PairedText pick={(pack) => pick(pack)?.template.title} />
      </h3>
      <ActionTemplate pick={(pack) => pick(pack)?.template} />
      <SourceLine passage={actions.activity} />
    </section>
  );
};
