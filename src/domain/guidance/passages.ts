import type { ContentPack, Measure, Passage, Procedure } from "./contentPack.ts";
import type { MeasurePart, PassagePlace, ProcedureName } from "./passagePlace.ts";

export type ListedPassage = {
  readonly passage: Passage;
  readonly place: PassagePlace;
  /** The title above it in the pack; none where only the screen has one. */
  readonly heading: string | undefined;
};

/** Every passage of a pack, in reading order. */
export const listPassages = (pack: ContentPack): readonly ListedPassage[] => [
  ...listAt(pack.draftPreamble, { type: "draft" }, undefined),
  ...listAt(pack.firstMeasure, { type: "firstMeasure" }, undefined),
  ...pack.measures.flatMap(listMeasure),
  ...pack.norms.flatMap(({ letter, topic, summary }) =>
    listAt([summary], { type: "norm", letter }, topic),
  ),
  ...listAt(pack.purpose, { type: "purpose" }, undefined),
  ...listAt(pack.implications, { type: "implications" }, undefined),
  ...listProcedure("inquiry", pack.procedures.inquiry),
  ...listProcedure("response", pack.procedures.response),
  ...pack.timeline.flatMap(({ id, title, passages }) =>
    listAt(passages, { type: "timeline", entryId: id }, title),
  ),
  ...pack.glossary.flatMap(({ id, term, definition }) =>
    listAt([definition], { type: "glossary", entryId: id }, term),
  ),
];

const listMeasure = (measure: Measure): readonly ListedPassage[] => {
  const { number, title, passages, caveat, actions } = measure;
  const at = (part: MeasurePart): PassagePlace => ({ type: "measure", number, part });
  return [
    ...listAt(passages, at("text"), title),
    ...listAt(caveat ? [caveat] : [], at("caveat"), title),
    ...listAt([actions.activity], at("activity"), title),
    ...listAt([actions.template.body], at("template"), actions.template.title),
    ...listAt(actions.checklist, at("checklist"), title),
  ];
};

const listProcedure = (name: ProcedureName, procedure: Procedure): readonly ListedPassage[] => {
  const { title, introduction, steps, closing } = procedure;
  const place: PassagePlace = { type: "procedure", procedure: name };
  return [
    ...listAt(introduction, place, title),
    ...steps.flatMap((step) =>
      listAt(
        [step.quote, ...step.advice],
        { type: "procedureStep", procedure: name, stepId: step.id },
        step.title,
      ),
    ),
    ...listAt(closing, place, title),
  ];
};

const listAt = (
  passages: readonly Passage[],
  place: PassagePlace,
  heading: string | undefined,
): readonly ListedPassage[] => passages.map((passage) => ({ passage, place, heading }));
