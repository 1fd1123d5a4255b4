import * as v from "valibot";
import { type FormField, findTooLong } from "./formField.ts";

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

const maxLengths = { scale: 120, level: 60, worst: 60 } as const;

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
    scale: v.pipe(v.string(), v.minLength(1), v.maxLength(maxLengths.scale)),
    level: v.pipe(v.string(), v.minLength(1), v.maxLength(maxLengths.level)),
    worst: v.pipe(v.string(), v.minLength(1), v.maxLength(maxLengths.worst)),
  }),
]);

/** A severity as typed. It is optional, but once a scale is chosen, all its parts are required. */
export type SeverityDraft =
  | { readonly type: "none" }
  | { readonly type: "known"; readonly scale: string; readonly level: string }
  | {
      readonly type: "named";
      readonly scale: string;
      readonly level: string;
      readonly worst: string;
    };

/** Converts a draft to a severity, or returns undefined while it is incomplete. */
export const toSeverity = (draft: SeverityDraft): Severity | undefined => {
  switch (draft.type) {
    case "none":
      return undefined;
    case "known": {
      const scale = severityScales.find(({ id }) => id === draft.scale);
      const level = scale?.levels.find((step) => String(step) === draft.level);
      if (!scale || level === undefined) return undefined;
      return { type: "known", scale: scale.id, level };
    }
    case "named": {
      const [scale, level, worst] = [draft.scale.trim(), draft.level.trim(), draft.worst.trim()];
      return scale && level && worst ? { type: "named", scale, level, worst } : undefined;
    }
  }
};

type SeverityField = FormField<{ readonly severity: SeverityDraft }>;

/** The fields of a form for the severity. */
export const severityFields = {
  scale: {
    name: "severityScale",
    isMissing: ({ severity }) => severity.type === "named" && !severity.scale.trim(),
    findFault: ({ severity }) => findLong(severity, "scale"),
  },
  level: {
    name: "severityLevel",
    // A level chosen on another scale may not exist on this one.
    isMissing: ({ severity }) =>
      severity.type === "named"
        ? !severity.level.trim()
        : severity.type === "known" && !toSeverity(severity),
    findFault: ({ severity }) => findLong(severity, "level"),
  },
  worst: {
    name: "severityWorst",
    isMissing: ({ severity }) => severity.type === "named" && !severity.worst.trim(),
    findFault: ({ severity }) => findLong(severity, "worst"),
  },
} as const satisfies Record<string, SeverityField>;

/** Checks lengths only once the scale is complete: missing parts are reported first. */
const findLong = (severity: SeverityDraft, part: keyof typeof maxLengths) =>
  severity.type === "named" && toSeverity(severity)
    ? findTooLong(severity[part], maxLengths[part])
    : undefined;
