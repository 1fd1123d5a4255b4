import { useTranslation } from "react-i18next";
import type { MeasurePart, PassagePlace } from "#domain/guidance/passages.ts";

/** The name of a place in the guidance, in the reader's language. */
export const PlaceName = ({ place }: { readonly place: PassagePlace }) => {
  const { t } = useTranslation("guidance");
  const measure = (number: number): string => t("measure.name.label", { number });
  const parts: Readonly<Record<MeasurePart, string | null>> = {
    text: null,
    caveat: null,
    activity: t("place.activity.label"),
    template: t("place.template.label"),
    checklist: t("actions.checklist.title"),
  };
  switch (place.type) {
    case "draft":
      return t("draft.section.title");
    case "firstMeasure":
      return t("firstMeasure.section.title");
    case "measure":
      return [measure(place.number), parts[place.part]].filter(Boolean).join(" · ");
    case "norm":
      return `${measure(9)} · ${t("place.norm.label", { letter: place.letter })}`;
    case "purpose":
      return `${measure(2)} · ${t("purpose.section.title")}`;
    case "implications":
      return `${measure(2)} · ${t("implications.section.title")}`;
    case "procedure":
    case "procedureStep":
      return place.procedure === "inquiry"
        ? t("procedures.inquiry.label")
        : t("procedures.response.label");
    case "timeline":
      return t("timeline.page.title");
    case "glossary":
      return t("glossary.page.title");
  }
};
