import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { foldText } from "#domain/text.ts";
import { SealingKey } from "#domain/trust/registry.ts";
import { openWith, sealTo } from "#sealing/age/age.ts";
import { createSheetWords, readSheetWords } from "#sealing/desk/sheetWords.ts";
import { loadWords } from "#sealing/passphrase/loadWords.ts";
import { digestText } from "#signing/digestText.ts";
import { valueOf } from "#tests/world/device.ts";

/** BIP 39, English, of 32 zero bytes: the standard's own test vector. */
const zeros = `${"abandon ".repeat(23)}art`;

describe.each(languages)("a sheet's words in %s", (language) => {
  test("are 24 of the list, and open what is sealed to the sheet", async () => {
    const drawn = await createSheetWords(language);
    const list = await loadWords(language);
    expect(drawn.words).toHaveLength(24);
    expect(drawn.words.every((word) => list.includes(word))).toBe(true);
    expect(v.is(SealingKey, drawn.sealingKey)).toBe(true);
    const secret = valueOf(await readSheetWords(drawn.words.join(" ")));
    expect(secret.sealingKey).toBe(drawn.sealingKey);
    const sealed = await sealTo("what was written", [drawn.sealingKey]);
    expect((await openWith(sealed, [secret.identity]))?.trim()).toBe("what was written");
  });

  test("are read as people type them: accents, capitals, commas, numbers and lines", async () => {
    const { words, sealingKey } = await createSheetWords(language);
    const typed = [
      words.join("\n"),
      words.map((word, place) => `${place + 1}. ${word}`).join("\n"),
      words.map((word, place) => `${place + 1}) ${word.toUpperCase()}`).join(", "),
      `  ${words.map((word) => word.normalize("NFD")).join("  ")} `,
      words.map((word) => foldText(word)).join(" "),
    ];
    for (const text of typed) {
      expect(valueOf(await readSheetWords(text)).sealingKey).toBe(sealingKey);
    }
  });

  test("stay apart without their accents", async () => {
    const list = await loadWords(language);
    const folded = new Set(list.map((word) => foldText(word)));
    expect(folded.size).toBe(2048);
    expect([...folded].every((word) => /^[a-z]+$/.test(word))).toBe(true);
  });
});

describe("a sheet's words", () => {
  test("are drawn anew each time", async () => {
    const drawn = await Promise.all([createSheetWords("en"), createSheetWords("en")]);
    expect(drawn[0].sealingKey).not.toBe(drawn[1].sealingKey);
    expect(drawn[0].words).not.toEqual(drawn[1].words);
  });

  test("stand for the same secret in any Enlace to come", async () => {
    const { identity, sealingKey } = valueOf(await readSheetWords(zeros));
    expect(identity).toBe(
      "AGE-SECRET-KEY-PQ-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQAE0WQE",
    );
    const digest = "fee284b2c1063e176c49615b00a35d2ad46e5ed2aa97ca9b925d0f633fe8ef17";
    expect(await digestText(sealingKey)).toBe(digest);
  });

  test("that are no words are told by their place, in the list that most of them are of", async () => {
    const { words } = await createSheetWords("pt");
    const typed = words.map((word, place) => (place === 4 ? "enlace-x" : word)).join(" ");
    expect(await readSheetWords(typed)).toEqual({
      ok: false,
      error: { type: "sheetWordUnknown", place: 5, word: "enlace-x" },
    });
    // Told before their number is: the person sees where to look.
    expect(await readSheetWords("abandon abandno")).toEqual({
      ok: false,
      error: { type: "sheetWordUnknown", place: 2, word: "abandno" },
    });
  });

  test("that are too few, too many, or none, are counted", async () => {
    for (const [typed, count] of [
      ["", 0],
      ["abandon abandon", 2],
      [`${zeros} abandon`, 25],
    ] as const) {
      expect(await readSheetWords(typed)).toEqual({
        ok: false,
        error: { type: "sheetWordsMissing", count, wanted: 24 },
      });
    }
  });

  test("of which one is another, or two are exchanged, are no sheet", async () => {
    const wrong = { ok: false, error: { type: "sheetWordsWrong" } };
    expect(await readSheetWords("abandon ".repeat(24))).toEqual(wrong);
    expect(await readSheetWords(`art ${"abandon ".repeat(23)}`)).toEqual(wrong);
  });

  test("of two lists are no sheet", async () => {
    const spanish = (await loadWords("es"))[2_000] ?? "";
    const typed = [spanish, ...zeros.split(" ").slice(1)].join(" ");
    expect(await readSheetWords(typed)).toMatchObject({
      ok: false,
      error: { type: "sheetWordUnknown", place: 1 },
    });
  });
});
