import { expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { loadWords } from "#sealing/loadWords.ts";
import { generateWords, judgePassphrase } from "#sealing/passphrase.ts";

test.each(languages)(
  "words by chance in %s are from its list, and always enough",
  async (language) => {
    const list = new Set(await loadWords(language));
    expect(list.size).toBe(2048);
    for (let drawn = 0; drawn < 20; drawn += 1) {
      const words = await generateWords(language);
      expect(words).toHaveLength(6);
      expect(words.every((word) => list.has(word))).toBe(true);
      const judged = await judgePassphrase(words.join(" "), language);
      expect(judged).toEqual({ score: 4, isEnough: true });
    }
  },
);

test("four words by chance are enough, three are not", async () => {
  for (let drawn = 0; drawn < 20; drawn += 1) {
    const four = await generateWords("es", 4);
    expect((await judgePassphrase(four.join(" "), "es")).isEnough).toBe(true);
    expect((await judgePassphrase(four.slice(1).join(" "), "es")).isEnough).toBe(false);
  }
});

test.each([
  ["clave", "tooShort"],
  ["       clave       ", "tooShort"],
  ["password123", "commonPassword"],
  ["micontraseña", "commonPassword"],
  ["aaaaaaaaaaaaaaaaaaaa", "repeated"],
  ["clave clave clave clave", "repeated"],
  ["abcdefghijklmnop", "sequence"],
  ["12/05/1984", "date"],
  ["embajada2026", "enlaceWord"],
  ["abandon ability", "fewWords"],
] as const)("%s is not enough: %s", async (text, warning) => {
  const judged = await judgePassphrase(text, "es");
  expect(judged).toMatchObject({ warning, isEnough: false });
  expect(judged.score).toBeLessThan(4);
});

test("the days of the week in a row are a sequence in the person's language", async () => {
  const { isEnough } = await judgePassphrase("lunes martes miércoles jueves", "es");
  expect(isEnough).toBe(false);
});

test("a long sentence of one's own is enough", async () => {
  const sentence = "Mi perro se llama Toby y tiene 7 años";
  expect((await judgePassphrase(sentence, "es")).isEnough).toBe(true);
});

test("no language's list gives the same words each time", async () => {
  const drawn = await Promise.all(Array.from({ length: 8 }, () => generateWords("fr")));
  expect(new Set(drawn.map((words) => words.join(" "))).size).toBe(8);
});
