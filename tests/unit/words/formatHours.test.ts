import { expect, it } from "vitest";
import { parseWorkingHours } from "#secretariat/edition/contactRow.ts";
import { formatHours } from "#words/contactWords.tsx";

const say = (text: string, locale: string): string =>
  formatHours(parseWorkingHours(text) ?? { type: "unknown" }, locale);

it("a week's hours are said in the reader's language, days that follow each other as one", () => {
  expect(say("Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00", "en")).toBe(
    "Monday – Friday 08:30–12:30, 14:00–17:30; Saturday 09:00–12:00",
  );
  expect(say("Mo-Fr 09:00-18:00", "es")).toBe("lunes – viernes 09:00–18:00");
  expect(say("Mo,We,Fr 09:00-18:00", "fr")).toBe("lundi, mercredi et vendredi 09:00–18:00");
  expect(say("Sa,Su 00:00-24:00", "pt")).toBe("sábado e domingo 00:00–24:00");
});

it("hours that are always or unknown are no week's", () => {
  expect(say("24/7", "en")).toBe("");
  expect(say("", "en")).toBe("");
});
