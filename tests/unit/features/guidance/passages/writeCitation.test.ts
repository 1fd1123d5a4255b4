import type { i18n } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { listPassages } from "#domain/guidance/passages.ts";
import { languages } from "#domain/language.ts";
import { writeCitation } from "#features/guidance/passages/writeCitation.ts";
import { setUpI18n } from "#i18n/setUpI18n.ts";
import { readPack } from "#tests/world/readPacks.ts";

let messages: i18n;
beforeAll(async () => {
  messages = await setUpI18n("en", ["guidance"]);
  await messages.loadLanguages(["en", "es", "fr", "pt"]);
});

const cite = (language: (typeof languages)[number], id: string): string => {
  const pack = readPack(language);
  const found = listPassages(pack).find(({ passage }) => passage.id === id);
  if (!found) throw new Error(`no passage ${id}`);
  return writeCitation(messages, pack, found.passage);
};

describe("what is copied", () => {
  test("is the paragraph, and under it what it is, the document and its date", () => {
    expect(cite("en", "measure.2.short")).toBe(
      [
        "Designate a national cyber point of contact at the policy level.",
        "[Quoted from: Presentation of the Technical Secretariat (CICTE Cybersecurity Program): " +
          "achievements 2022–2023 and workplan 2024, 2024]",
      ].join("\n"),
    );
  });

  test("says of the draft's words that they are not the adopted ones", () => {
    expect(cite("en", "implications.no-accusation")).toMatch(
      /Draft wording, not the adopted one]$/,
    );
    expect(cite("en", "measure.2.short")).not.toContain("Draft wording");
    expect(cite("pt", "implications.no-accusation")).toContain(
      "Redação de projeto, não a aprovada",
    );
  });

  test("speaks the paragraph's language, for whom it will be sent to", () => {
    expect(cite("es", "implications.no-accusation")).toContain("Traducción de trabajo");
    expect(cite("fr", "implications.practice")).toContain("Enlace, dans ses propres mots");
  });

  test.each(languages)("never passes a translation off as the agreed text in %s", (language) => {
    const pack = readPack(language);
    const t = messages.getFixedT(language, "guidance");
    const words = listPassages(pack).filter(({ passage }) => passage.standing !== "summary");
    expect(words.length).toBeGreaterThan(40);
    for (const { passage } of words) {
      const isCalledTranslation = writeCitation(messages, pack, passage).includes(
        t("standing.translation.label").split(",")[0] ?? "",
      );
      expect([passage.id, isCalledTranslation]).toEqual([passage.id, language !== "en"]);
    }
  });
});
