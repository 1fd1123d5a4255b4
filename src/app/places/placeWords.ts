export type Place = "guidance" | "directory" | "inquiries" | "device";

/** The first word of a route, and the feature whose chunk and messages it needs. */
const placesByWord: Readonly<Record<string, Place>> = {
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
  wordToPlace(/^#\/([a-z]+)/.exec(hash)?.[1] ?? "");

/** No place was asked for. */
export const isStart = (hash: string): boolean => /^(#\/?)?(\?|$)/.test(hash);

/** Anybody writes links: `constructor` is a word that every object knows, and no place. */
export const wordToPlace = (word: string): Place | undefined =>
  Object.hasOwn(placesByWord, word) ? placesByWord[word] : undefined;
