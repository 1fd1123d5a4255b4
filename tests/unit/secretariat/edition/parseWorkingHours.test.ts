import { describe, expect, it } from "vitest";
import { parseWorkingHours } from "#secretariat/edition/contactRow.ts";

const span = (weekdays: number[], from: string, to: string) => ({ weekdays, from, to });

describe("working hours as they are written in a file", () => {
  it("are round the clock, or unknown where the cell is empty", () => {
    expect(parseWorkingHours("24/7")).toEqual({ type: "always" });
    expect(parseWorkingHours("")).toEqual({ type: "unknown" });
  });

  it("are spans of days and times", () => {
    expect(parseWorkingHours("Mo-We,Fr 08:30-12:30,14:00-17:30; Sa 09:00-24:00")).toEqual({
      type: "weekly",
      spans: [
        span([1, 2, 3, 5], "08:30", "12:30"),
        span([1, 2, 3, 5], "14:00", "17:30"),
        span([6], "09:00", "24:00"),
      ],
    });
  });

  it.each([
    "Mo-Fr",
    "08:00-16:00",
    "Mo-Fr 8:00-16:00",
    "Mo-Fr 16:00-08:00",
    "Mo-Fr 08:00-25:00",
    "Lu-Vi 08:00-16:00",
    "Sa-Mo 08:00-16:00",
    "Mo,Sa-Mo 08:00-16:00",
    "Mo-Fr 08:00-16:00;",
    "Mo-Fr 08:00-16:00 Sa",
    "Mo-Fr 08:00-12:00-16:00",
    "always",
  ])("are not read from %s", (text) => {
    expect(parseWorkingHours(text)).toBeUndefined();
  });
});
