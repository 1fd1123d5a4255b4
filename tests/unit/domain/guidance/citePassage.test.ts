import { expect, it } from "vitest";
import { citePassage } from "#domain/guidance/passages.ts";
import { readPack } from "#tests/world/readPacks.ts";

it("a copied paragraph carries its standing, its source and the source's language", () => {
  const pack = readPack("es");
  const [step] = pack.procedures.inquiry.steps;
  if (!step) throw new Error("no steps");
  expect(citePassage(pack, step.quote)).toEqual({
    text: step.quote.text,
    language: "es",
    standing: "translation",
    sourceTitle: pack.sources["cbm-draft-2019"]?.title,
    sourceLanguage: "en",
    sourceDate: "2019-04-24",
    asOf: "2019-04-24",
  });
});

it("a passage whose source its pack doesn't name is cited by the key, not without a source", () => {
  const pack = readPack("en");
  const [passage] = pack.purpose;
  if (!passage) throw new Error("no purpose");
  const citation = citePassage({ ...pack, sources: {} }, passage);
  expect(citation).toMatchObject({ sourceTitle: "cbm-draft-2019", sourceDate: "2019-04-24" });
});
