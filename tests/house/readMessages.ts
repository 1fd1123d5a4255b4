import { readdirSync, readFileSync } from "node:fs";
import { projectFolder } from "./listFiles.ts";

/** The texts of one namespace in one language, by their whole key: `inquiryForm.nature.label`. */
export type Messages = ReadonlyMap<string, string>;

/** `guidance`, `directory` …: the files that English has. */
export const listNamespaces = (): readonly string[] => listIn("en");

export const listIn = (language: string): readonly string[] =>
  readdirSync(`${projectFolder}locales/${language}`)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .toSorted();

export const readMessages = (language: string, namespace: string): Messages =>
  new Map(flatten(readTree(language, namespace), []));

/** The file as it is written, key within key. */
export const readTree = (language: string, namespace: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${projectFolder}locales/${language}/${namespace}.json`, "utf8"));

const flatten = (node: unknown, path: readonly string[]): readonly (readonly [string, string])[] =>
  typeof node === "object" && node !== null
    ? Object.entries(node).flatMap(([key, value]) => flatten(value, [...path, key]))
    : [[path.join("."), String(node)]];
