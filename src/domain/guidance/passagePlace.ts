import type { ContentPack } from "./contentPack.ts";

export type ProcedureName = keyof ContentPack["procedures"];

/** Where in the guidance a passage stands: enough to open its screen there. */
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
