import { describe, expect, it } from "vitest";
import { foldText, foldWithOffsets, toOriginalSpan } from "#domain/text.ts";

/** What stands in the original where `wanted` stands in the folded text. */
const findOriginal = (text: string, wanted: string): string => {
  const folded = foldWithOffsets(text);
  const at = folded.folded.indexOf(wanted);
  const { start, end } = toOriginalSpan(folded, at, at + wanted.length);
  return text.slice(start, end);
};

describe("folding a text", () => {
  it("takes away case and accents", () => {
    expect(foldText("Ciberdiplomacia, Años, DÉLAI, ação, Œuvre")).toBe(
      "ciberdiplomacia, anos, delai, acao, oeuvre",
    );
  });

  it("makes no difference between composed and decomposed accents", () => {
    expect(foldText("información".normalize("NFD"))).toBe(foldText("información"));
  });

  it("replaces no-break spaces, line breaks and typographic quotes by those of a keyboard", () => {
    expect(foldText("« l’État »\u202f: oui\nnon")).toBe('" l\'etat " : oui non');
  });
});

describe("the way back to the original", () => {
  it("shows a hit as it is spelled", () => {
    expect(findOriginal("la Información pública", "informacion")).toBe("Información");
  });

  it("takes a decomposed accent with its letter", () => {
    const text = "la Información pública".normalize("NFD");
    expect(findOriginal(text, "informacion")).toBe("Información".normalize("NFD"));
    expect(findOriginal(text, "publica")).toBe("pública".normalize("NFD"));
  });

  it("takes a ligature whole, wherever in it the hit begins or ends", () => {
    expect(findOriginal("mise en œuvre rapide", "oeuvre")).toBe("œuvre");
    expect(findOriginal("mise en œuvre rapide", "en o")).toBe("en œ");
    expect(findOriginal("mise en œuvre rapide", "euv")).toBe("œuv");
  });

  it("holds after characters outside the basic plane", () => {
    expect(findOriginal("🗺️ Santiago é ali", "santiago e")).toBe("Santiago é");
  });
});
