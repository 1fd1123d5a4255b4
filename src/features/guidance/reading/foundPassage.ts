import { languages } from "#domain/language.ts";
import { useHashSearch } from "#ui/browser/useHashLocation.ts";
import type { FoundPassage } from "./useSecondLanguage.ts";

/** The passage and the language that a link of the search names: `?at=measure.5.draft&in=pt`. */
export const useFoundPassage = (): FoundPassage => {
  const search = new URLSearchParams(useHashSearch());
  const wanted = search.get("in");
  return {
    id: search.get("at"),
    language: languages.find((language) => language === wanted) ?? null,
  };
};

/** Brings a passage to the middle of the screen, and the screen reader to it. */
export const showFoundPassage = (id: string): void => {
  // After the frame in which a new page is scrolled to its head.
  requestAnimationFrame(() => {
    const row = document.getElementById(id);
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center", behavior: "instant" });
  });
};
