import * as v from "valibot";

/** The CSIRTAmericas taxonomy, the region's own 14 values. Shown in the reader's words. */
export const incidentKinds = [
  "defacement",
  "malware",
  "ddos",
  "phishing",
  "spam",
  "botnet",
  "fastflux",
  "cryptojacking",
  "xss",
  "sqli",
  "vulnerability",
  "infoleak",
  "compromise",
  "other",
] as const;
export type IncidentKind = (typeof incidentKinds)[number];
export const IncidentKind = v.picklist(incidentKinds);
