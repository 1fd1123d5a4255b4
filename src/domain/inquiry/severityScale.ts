import * as v from "valibot";

/**
 * National scales of severity, as data. They run in opposite directions, so a level is never shown
 * without its scale's name and which end is worst.
 */
export type SeverityScale = {
  readonly id: SeverityScaleId;
  /** As its owner names it; not translated. */
  readonly name: string;
  readonly levels: readonly number[];
  readonly worst: number;
  readonly mildest: number;
};

export const severityScaleIds = ["us-ncirp", "uk-ncsc"] as const;
export type SeverityScaleId = (typeof severityScaleIds)[number];
export const SeverityScaleId = v.picklist(severityScaleIds);

export const severityScales: readonly SeverityScale[] = [
  {
    id: "us-ncirp",
    name: "U.S. Cyber Incident Severity Schema",
    levels: [0, 1, 2, 3, 4, 5],
    worst: 5,
    mildest: 0,
  },
  {
    id: "uk-ncsc",
    name: "UK NCSC incident categorisation",
    levels: [1, 2, 3, 4, 5, 6],
    worst: 1,
    mildest: 6,
  },
];

/** Either a level on a scale that Enlace knows, or the sender's own scale in words, direction included. */
export type Severity = v.InferOutput<typeof Severity>;
export const Severity = v.variant("type", [
  v.strictObject({
    type: v.literal("known"),
    scale: SeverityScaleId,
    level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  }),
  v.strictObject({
    type: v.literal("named"),
    scale: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
    level: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    worst: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  }),
]);
