export type Place = "guidance" | "directory" | "inquiries" | "device";

/** Maps the first word of a route to the feature whose chunk and messages it needs. */
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

/** Returns the place that a hash leads to; undefined for the start and for unknown words. */
export const hashToPlace = (hash: string): Place | undefined =>
  wordToPlace(/^#\/([a-z]+)/.exec(hash)?.[1] ?? "");

/** True if the hash names no place. */
export const isStart = (hash: string): boolean => /^(#\/?)?(\?|$)/.test(hash);

/**
 * Returns the place of a word. Anybody can write links: `constructor` is a property of every
 * object, but no place.
 */
export const wordToPlace = (word: string): Place | undefined =>
  Object.hasOwn(placesByWord, word) ? placesByWord[word] : undefined;
