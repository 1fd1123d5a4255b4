import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ContentPack } from "#domain/guidance/contentPack.ts";
import { appLanguages } from "#i18n/appLanguage.ts";
import { formatStateName, sortByName } from "#i18n/format.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import { readShippedEdition } from "#tests/house/readShippedEdition.ts";

const { states } = readShippedEdition();
const readPack = (language: string): ContentPack =>
  JSON.parse(readFileSync(`${projectFolder}public/content/${language}.json`, "utf8"));

describe.each(appLanguages)("names in %s", (language) => {
  const { glossary } = readPack(language);
  const lists = {
    States: states.map(({ state }) => formatStateName(state, language)),
    terms: glossary.map(({ term }) => term),
  };

  test.each(Object.entries(lists))("sort as its own collation has it: %s", (_, names) => {
    const { compare } = new Intl.Collator(language, { sensitivity: "base" });
    expect(sortByName(names, (name) => name)).toEqual(names.toSorted(compare));
    expect(names.length).toBeGreaterThan(10);
  });
});
