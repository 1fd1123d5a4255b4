import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { composeNoticeMail } from "#endpoint/notices/notifier.ts";
import { appLanguages } from "#i18n/appLanguage.ts";
import { errorStatuses } from "#protocol/errors.ts";
import { listErrorTypes } from "./listErrorTypes.ts";
import { listFiles, projectFolder } from "./listFiles.ts";
import {
  type BuiltKey,
  listBuiltKeys,
  listKeys,
  listStrings,
  listUnknownKeys,
} from "./listKeys.ts";
import { listTexts } from "./listTexts.ts";
import { parseCode, parseFile } from "./parseFile.ts";
import { listIn, listNamespaces, type Messages, readMessages } from "./readMessages.ts";

const namespaces = listNamespaces();
const sources = listFiles("src", ".ts", ".tsx").map(parseFile);
const built = sources.flatMap(listBuiltKeys);
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

  test("of `src/words` are its own, no feature's", () => {
    const strings = sources
      .filter(({ path }) => path.startsWith("src/words/"))
      .flatMap(listStrings);
    const own = new Set(["words", "sentences", "errors"]);
    expect(strings.filter((name) => namespaces.includes(name) && !own.has(name))).toEqual([]);
  });

  test("stand in one place: nothing is said alike in every language by two namespaces", () => {
    const keysByTexts = new Map<string, string[]>();
    for (const namespace of namespaces) {
      const translations = appLanguages.map((language) => readMessages(language, namespace));
      for (const key of translations[0]?.keys() ?? []) {
        const texts = JSON.stringify(translations.map((messages) => messages.get(key)));
        keysByTexts.set(texts, [...(keysByTexts.get(texts) ?? []), `${namespace}:${key}`]);
      }
    }
    const twice = [...keysByTexts.values()].filter((keys) => new Set(keys.map(toFile)).size > 1);
    expect(twice.map((keys) => keys.toSorted().join(" ")).toSorted()).toEqual(alike);
  });

  test("have keys that the compiler knows: whole, or built from a value of a closed union", () => {
    // The types of an error are open, so that one of a newer version has a sentence too.
    const others = sources.filter(({ path }) => path !== "src/words/sayError.ts");
    expect(others.flatMap(listUnknownKeys)).toEqual([]);
  });

  test("of errors are found by `sayError` alone", () => {
    expect(built.filter(isOfErrors).map(({ at }) => at)).toEqual([]);
  });

  test("exist for every key that is used", () => {
    const known = namespaces.flatMap(listWaysToSay).flat();
    const unknown = [
      ...sources.flatMap(listKeys).filter(({ key }) => !known.includes(key)),
      ...built.filter(({ pattern }) => !known.some((key) => pattern.test(key))),
    ];
    expect(unknown.map(({ at }) => at)).toEqual([]);
  });

  test("are all used", () => {
    const strings = new Set(sources.flatMap(listStrings));
    // What stands for a value in a key is a value somewhere.
    const isBuilt = (key: string): boolean =>
      built.some(({ pattern }) =>
        pattern
          .exec(key)
          ?.slice(1)
          .every((value) => strings.has(value)),
      );
    const unused = namespaces
      .filter((namespace) => namespace !== "errors")
      .flatMap(listWaysToSay)
      .filter((ways) => !ways.some((way) => strings.has(way) || isBuilt(way)));
    expect(unused.map(([, whole]) => whole)).toEqual([]);
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

describe("the rules of keys", () => {
  const read = (code: string) => parseCode("src/words/x.ts", code);

  test("see each branch of a condition, and what stands for a value", () => {
    const source = read(
      "t(isOpen ? `kind.${kind}.label` : 'kind.none.label'); t(`words:a.${b}.c`);",
    );
    expect(listKeys(source).map(({ key }) => key)).toEqual(["kind.none.label"]);
    const [kind, word] = listBuiltKeys(source).map(({ pattern }) => pattern);
    expect(kind?.exec("kind.foreign-affairs.label")?.[1]).toBe("foreign-affairs");
    expect(kind?.test("kind.a.b.label")).toBe(false);
    expect(word?.test("words:a.b.c")).toBe(true);
  });

  test.each([
    ["a sum", "t('kind.' + kind)"],
    ["a cast", "t(key as 'kind.other.label')"],
    ["a cast within a key", "i18n.t(`kind.${kind as 'other'}.label`)"],
    ["a text to fall back on", "t(key, { defaultValue: key })"],
  ])("name %s", (_, code) => {
    expect(listUnknownKeys(read(code))).toEqual(["src/words/x.ts:1"]);
  });

  test("name a key of errors that is built, and no other", () => {
    const keys = listBuiltKeys(read("t(`errors:${type}`); t(`errors.${type}`); t(`a.${b}.error`)"));
    expect(keys.map(isOfErrors)).toEqual([true, true, false]);
  });
});

/** Of different things, or of screens that share no file of messages: each may change by itself. */
const alike = [
  "device:counts.drafts.label inquiries:list.drafts.title",
  "device:keeping.writing.message inquiries:saving.keeping.message",
  "device:locked.page.title errors:vaultLocked",
  "device:mailNotice.section.title inquiries:emailWay.email.title",
  "device:profile.name.label sentences:text.sender.label",
  "directory:entry.emails.label sentences:text.email.label",
  "directory:entry.phones.label sentences:text.phone.label",
];

/** What an inquiry says and what is said around it travel as one file. */
const toFile = (key: string): string => (key.split(":")[0] ?? "").replace("sentences", "inquiries");

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

/** Each key of a namespace, as it is within it and as it is from outside. */
const listWaysToSay = (namespace: string): readonly (readonly [string, string])[] =>
  toStems(readMessages("en", namespace)).map((stem) => [stem, `${namespace}:${stem}`]);

const isOfErrors = ({ pattern }: BuiltKey): boolean => /^\^errors[:\\]/.test(pattern.source);
