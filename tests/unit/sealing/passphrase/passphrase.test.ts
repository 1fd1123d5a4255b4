import { leakedPasswords } from "virtual:common-passwords";
import { expect, test } from "vitest";
import { passphraseMinLength } from "#domain/device/lockRecord.ts";
import { languages } from "#domain/language.ts";
import { loadWords } from "#sealing/passphrase/loadWords.ts";
import { generateWords, judgePassphrase } from "#sealing/passphrase/passphrase.ts";

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
  ["q1w2e3r4t5y6u7i8", "sequence"],
  ["1a2b3c4d5e6f7g8h9i", "sequence"],
  ["zaq12wsxcde34rfv", "fewWords"],
  ["zxcvbnmlkjhgfdsapoiu", "sequence"],
  ["1234qwerasdfzxcv", "commonPassword"],
  ["azertyuiopqsdfghjklm", "commonPassword"],
  ["manchesterunited", "commonPassword"],
  ["secretaria de estado", "enlaceWord"],
] as const)("%s is not enough: %s", async (text, warning) => {
  const judged = await judgePassphrase(text, "es");
  expect(judged).toMatchObject({ warning, isEnough: false });
  expect(judged.score).toBeLessThan(4);
});

test("the days of the week in a row are a sequence in the person's language", async () => {
  const { isEnough } = await judgePassphrase("lunes martes miércoles jueves", "es");
  expect(isEnough).toBe(false);
});

test.each([
  "Mi perro se llama Toby y tiene 7 años",
  "orbit maple tundra velvet canyon",
  "le chat dort sur le toit",
  "hnqvzk-tebxor-wicmup",
  "aT7kQz9mLp3xWv2b",
])("%s is enough", async (text) => {
  expect(await judgePassphrase(text, "es")).toEqual({ score: 4, isEnough: true });
});

test.each(["deusefielsempre1", "manchester united", "minhavidaeminha", "el perro come pan"])(
  "%s is language, and too little of it, though no list has all its words",
  async (text) => {
    expect((await judgePassphrase(text, "pt")).isEnough).toBe(false);
  },
);

test("it is judged and measured as it opens: spaces that are made one count once", async () => {
  const typed = "x   y  z    w  a     b";
  expect(await judgePassphrase(typed, "es")).toEqual(await judgePassphrase("x y z w a b", "es"));
  expect((await judgePassphrase(typed, "es")).isEnough).toBe(false);
  expect(await judgePassphrase("ａ  ｂ   ｃ  ｄ", "es")).toMatchObject({ warning: "tooShort" });
});

test("the list of what leaked has 3,000 of eight characters and more, and none of it is enough", async () => {
  const long = leakedPasswords.filter(({ length }) => length >= passphraseMinLength);
  expect(long.length).toBeGreaterThan(3_000);
  const some = long.filter(({ length }, place) => place % 100 === 0 || length > 12);
  const judged = await Promise.all(
    some.map(async (text) => [text, await judgePassphrase(text, "en")] as const),
  );
  expect(judged.filter(([, { score }]) => score > 1)).toEqual([]);
});

test("no language's list gives the same words each time", async () => {
  const drawn = await Promise.all(Array.from({ length: 8 }, () => generateWords("fr")));
  expect(new Set(drawn.map((words) => words.join(" "))).size).toBe(8);
});
