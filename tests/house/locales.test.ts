import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { composeNoticeMail } from "#endpoint/notices/notifier.ts";
import { appLanguages } from "#i18n/appLanguage.ts";
import { errorStatuses } from "#protocol/errors.ts";
import { listErrorTypes } from "./listErrorTypes.ts";
import { listFiles, projectFolder } from "./listFiles.ts";
import { listBuiltKeys, listKeys, listStrings } from "./listKeys.ts";
import { listTexts } from "./listTexts.ts";
import { parseFile } from "./parseFile.ts";
import { listIn, listNamespaces, type Messages, readMessages } from "./readMessages.ts";

const namespaces = listNamespaces();
const sources = listFiles("src", ".ts", ".tsx").map(parseFile);
const kinds = ["label", "title", "hint", "placeholder", "message", "error", "action"];

/** `x.message_one` and `x.message_other` are forms of `x.message`. */
const toStem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");
const isPlural = (key: string, messages: Messages): boolean => messages.has(`${toStem(key)}_other`);
const toStems = (messages: Messages): readonly string[] =>
  [...new Set([...messages.keys()].map(toStem))].toSorted();

describe.each(namespaces)("the texts of %s", (namespace) => {
  const english = readMessages("en", namespace);
  const translations = appLanguages.map(
    (language) => [language, readMessages(language, namespace)] as const,
  );

  test.each(translations)("have the same keys in %s", (_, messages) => {
    expect(toStems(messages)).toEqual(toStems(english));
    expect([...messages].filter(([, text]) => text.trim() !== text || text === "")).toEqual([]);
  });

  test.each(translations)("have the same placeholders and tags in %s", (_, messages) => {
    const differing = toStems(english).filter(
      (stem) => listPlaceholders(messages, stem) !== listPlaceholders(english, stem),
    );
    expect(differing).toEqual([]);
  });

  test.each(translations)("have the plural forms of %s", (language, messages) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const missing = [...english.keys()]
      .filter((key) => isPlural(key, english))
      .flatMap((key) => pluralCategories.map((form) => `${toStem(key)}_${form}`))
      .filter((key) => !messages.has(key));
    expect([...new Set(missing)]).toEqual([]);
  });

  test.each(translations.slice(1))("are not left in English in %s", (_, messages) => {
    const same = [...messages].filter(
      ([key, text]) => english.get(key) === text && text.split(/\s+/).filter(isWord).length > 3,
    );
    expect(same).toEqual([]);
  });

  test("have a note for the translator, and no note is for nothing", () => {
    expect(toStems(readMessages("notes", namespace))).toEqual(toStems(english));
  });

  test("have keys that end with what they are; those of errors are the error's type", () => {
    const isRight = namespace === "errors" ? isErrorType : endsWithKind;
    expect(toStems(english).filter((key) => !isRight(key))).toEqual([]);
  });
});

test("French texts hold their double punctuation and quotation marks to their words", () => {
  const page = readFileSync(`${projectFolder}index.html`, "utf8");
  const onPage = Array.from(
    page.matchAll(/<(\w+)[^>]* lang="fr"[^>]*>(.*?)<\/\1>/gs),
    ([, , text]) => String(text),
  );
  const mailed = composeNoticeMail(undefined).text.split("\n\n")[appLanguages.indexOf("fr")] ?? "";
  const kept = namespaces.flatMap((namespace) => [...readMessages("fr", namespace).values()]);
  for (const texts of [onPage, [mailed], kept]) {
    expect(texts.join()).toMatch(/\p{L}’\p{L}/u);
    expect(texts.filter(isLoose)).toEqual([]);
  }
});

describe("the texts", () => {
  test("stand in the same files in every language", () => {
    for (const language of [...appLanguages, "notes"]) expect(listIn(language)).toEqual(namespaces);
  });

  test("never stand in a component", () => {
    const components = sources.filter(({ path }) => path.endsWith(".tsx"));
    const texts = components.flatMap(listTexts);
    // The name of the product is the same everywhere.
    expect(texts.filter((text) => !text.endsWith(" Enlace"))).toEqual([]);
  });

  test("are found by whole keys, never by keys built from parts", () => {
    expect(sources.flatMap(listBuiltKeys)).toEqual([]);
  });

  test("exist for every key that is used", () => {
    const known = new Set(namespaces.flatMap((name) => listWaysToSay(name)));
    const unknown = sources.flatMap(listKeys).filter(({ key }) => !known.has(key));
    expect(unknown.map(({ at }) => at)).toEqual([]);
  });

  test("are all used", () => {
    const strings = new Set(sources.flatMap(listStrings));
    const unused = namespaces
      .filter((namespace) => namespace !== "errors")
      .flatMap((namespace) =>
        toStems(readMessages("en", namespace))
          .filter((stem) => !strings.has(stem) && !strings.has(`${namespace}:${stem}`))
          .map((stem) => `${namespace}:${stem}`),
      );
    expect(unused).toEqual([]);
  });

  test("say every error that can be expected, and no other", () => {
    const layers = ["src/domain/", "src/protocol/", "src/storage/", "src/sync/"];
    const types = sources
      .filter(({ path }) => layers.some((layer) => path.startsWith(layer)))
      .flatMap(listErrorTypes);
    const known = new Set([...types, ...Object.keys(errorStatuses)]);
    expect(known.size).toBeGreaterThan(20);
    const messages = toStems(readMessages("en", "errors"));
    expect([...known].filter((type) => !messages.includes(type)).toSorted()).toEqual([]);
    const strings = new Set(sources.flatMap(listStrings));
    expect(messages.filter((type) => !known.has(type) && !strings.has(type))).toEqual([]);
  });
});

const endsWithKind = (key: string): boolean => kinds.includes(key.split(".").at(-1) ?? "");
const isErrorType = (key: string): boolean => /^[a-z]+([A-Z][a-z]*)*$/.test(key);

/** A mark could stand alone at a line's begin. Addresses and times are written without a space. */
const isLoose = (text: string): boolean =>
  /(?<![\u00a0\u202f])[;:?!»]|«(?![\u00a0\u202f])/.test(text.replace(/\w+:\/\/\S+|\d:\d/g, ""));

const isWord = (part: string): boolean => /^\p{Ll}+$/u.test(part);

/** The placeholders and tags in all forms of a text, as one line to compare. */
const listPlaceholders = (messages: Messages, stem: string): string => {
  const forms = [...messages].filter(([key]) => toStem(key) === stem).map(([, text]) => text);
  const found = forms.flatMap((text) => text.match(/\{\{\s*\w+|<\/?\w+/g) ?? []);
  return [...new Set(found.map((one) => one.replace(/\s/g, "")))].toSorted().join(" ");
};

const listWaysToSay = (namespace: string): readonly string[] =>
  toStems(readMessages("en", namespace)).flatMap((stem) => [stem, `${namespace}:${stem}`]);
