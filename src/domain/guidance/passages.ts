import type { Day } from "#domain/instant.ts";
import type { Language } from "#domain/language.ts";
import type { ContentPack, Measure, Passage, Procedure, Standing } from "./contentPack.ts";

type ListedPassage = {
  readonly passage: Passage;
  readonly place: PassagePlace;
  /** The title above it in the pack; undefined if only the screen has one. */
  readonly heading: string | undefined;
};

/** Lists every passage of a pack, in reading order. */
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

/** Details that accompany a copied paragraph; the screen supplies the words between them. */
type Citation = {
  readonly text: string;
  readonly language: Language;
  readonly standing: Standing;
  readonly sourceTitle: string;
  /** The source's own language: a translation names the language that it was made from. */
  readonly sourceLanguage: Language;
  /** `2024`, `2019-04` or `2019-04-24`, as exactly as it is known. */
  readonly sourceDate: string;
  readonly asOf: Day;
};

/** Returns a passage's citation; a source that the pack doesn't name is cited by its key. */
export const citePassage = (pack: ContentPack, passage: Passage): Citation => {
  const source = pack.sources[passage.source];
  return {
    text: passage.text,
    language: pack.language,
    standing: passage.standing,
    sourceTitle: source?.title ?? passage.source,
    sourceLanguage: source?.language ?? pack.language,
    sourceDate: source?.date ?? passage.asOf,
    asOf: passage.asOf,
  };
};

type ProcedureName = keyof ContentPack["procedures"];

/** A passage's place in the guidance, precise enough to open its screen there. */
export type PassagePlace =
  | { readonly type: "draft" }
  | { readonly type: "measure"; readonly number: number; readonly part: MeasurePart }
  | { readonly type: "firstMeasure" }
  | { readonly type: "norm"; readonly letter: string }
  | { readonly type: "purpose" }
  | { readonly type: "implications" }
  | { readonly type: "procedure"; readonly procedure: ProcedureName }
  | {
      readonly type: "procedureStep";
      readonly procedure: ProcedureName;
      readonly stepId: string;
    }
  | { readonly type: "timeline"; readonly entryId: string }
  | { readonly type: "glossary"; readonly entryId: string };

export type MeasurePart = "text" | "caveat" | "activity" | "template" | "checklist";
