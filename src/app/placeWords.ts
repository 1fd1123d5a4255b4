export type Place = "guidance" | "directory" | "inquiries" | "device";

/** The first word of a route, and the feature whose chunk and messages it needs. */
export const placesByWord: Readonly<Record<string, Place>> = {
  measures: "guidance",
  procedures: "guidance",
  timeline: "guidance",
  glossary: "guidance",
  search: "guidance",
  directory: "directory",
  inquiries: "inquiries",
  more: "device",
  enrol: "device",
};

/** The place that a hash leads to; undefined for the start and for what we don't know. */
export const hashToPlace = (hash: string): Place | undefined =>
  placesByWord[/^#\/([a-z]+)/.exec(hash)?.[1] ?? ""];
