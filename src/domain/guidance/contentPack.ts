import * as v from "valibot";
import { Day } from "#domain/instant.ts";
import { Language } from "#domain/language.ts";

/**
 * The standing of a text: `adopted` wording, `quoted` from a source in the source's own language,
 * our own `summary`, or our working `translation` of a quoted text. A translation is never
 * presented as the agreed text [Note: every text says what it is].
 */
export type Standing = v.InferOutput<typeof Standing>;

export const Standing = v.picklist(["adopted", "quoted", "summary", "translation"]);

const text = v.pipe(v.string(), v.minLength(1));

const id = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/));

/** A date as exactly as it is known: `2017`, `2017-04` or `2017-04-24`. */
const PartialDay = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

/** One paragraph. Its id is the same in all packs, so that a reader can change language in place. */
export type Passage = v.InferOutput<typeof Passage>;

export const Passage = v.strictObject({
  id,
  text,
  standing: Standing,
  /** A key of the pack's `sources`. */
  source: id,
  asOf: Day,
});

/** Actions for a measure: an activity to undertake, a text to start from, points to tick. */
export type MeasureActions = v.InferOutput<typeof MeasureActions>;

export const MeasureActions = v.strictObject({
  activity: Passage,
  template: v.strictObject({ title: text, body: Passage }),
  checklist: v.pipe(v.array(Passage), v.minLength(3)),
});

export type Measure = v.InferOutput<typeof Measure>;

export const Measure = v.strictObject({
  /** 1 to 11, in today's numbering. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(11)),
  title: text,
  passages: v.pipe(v.array(Passage), v.minLength(1)),
  /** Shown where we know less than the number suggests. */
  caveat: v.optional(Passage),
  actions: MeasureActions,
});

/** One of the eleven voluntary norms of UNGA resolution 70/237, by topic, in our summary. */
type Norm = v.InferOutput<typeof Norm>;

const Norm = v.strictObject({
  id,
  /** `a` to `k`, the letter in the report that the resolution welcomed. */
  letter: v.pipe(v.string(), v.regex(/^[a-k]$/)),
  topic: text,
  summary: Passage,
});

type ProcedureStep = v.InferOutput<typeof ProcedureStep>;

const ProcedureStep = v.strictObject({
  id,
  title: text,
  /** The source's own words, or their working translation. */
  quote: Passage,
  /** What it means in practice, in our words. */
  advice: v.array(Passage),
});

export type Procedure = v.InferOutput<typeof Procedure>;

export const Procedure = v.strictObject({
  title: text,
  introduction: v.pipe(v.array(Passage), v.minLength(1)),
  steps: v.pipe(v.array(ProcedureStep), v.minLength(1)),
  closing: v.array(Passage),
});

type TimelineEntry = v.InferOutput<typeof TimelineEntry>;

const TimelineEntry = v.strictObject({
  id,
  date: PartialDay,
  title: text,
  passages: v.array(Passage),
});

export type GlossaryEntry = v.InferOutput<typeof GlossaryEntry>;

export const GlossaryEntry = v.strictObject({ id, term: text, definition: Passage });

/** All guidance in one language. */
export type ContentPack = v.InferOutput<typeof ContentPack>;

export const ContentPack = v.strictObject({
  language: Language,
  /** Raised with every change to any pack; the same in all four. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sources: v.record(
    id,
    v.strictObject({
      title: text,
      /** The language that the source is written in; the title is in the pack's. */
      language: Language,
      date: PartialDay,
      note: text,
    }),
  ),
  draftPreamble: v.pipe(v.array(Passage), v.minLength(1)),
  measures: v.pipe(v.array(Measure), v.length(11)),
  firstMeasure: v.array(Passage),
  norms: v.pipe(v.array(Norm), v.length(11)),
  /** CBM #2: why it exists, and what asking means and does not mean. */
  purpose: v.pipe(v.array(Passage), v.minLength(1)),
  implications: v.pipe(v.array(Passage), v.minLength(1)),
  procedures: v.strictObject({ inquiry: Procedure, response: Procedure }),
  timeline: v.pipe(v.array(TimelineEntry), v.minLength(1)),
  glossary: v.pipe(v.array(GlossaryEntry), v.minLength(1)),
});

const PackFile = v.strictObject({
  /** Relative to the list's folder. */
  path: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.json$/)),
  /** Digest of the file's bytes, hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** The list of content packs: from it a device learns whether its packs are current. */
export type ContentIndex = v.InferOutput<typeof ContentIndex>;

export const ContentIndex = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  packs: v.strictObject({ en: PackFile, es: PackFile, fr: PackFile, pt: PackFile }),
});
