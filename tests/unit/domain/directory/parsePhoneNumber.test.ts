import { describe, expect, test } from "vitest";
import { parsePhoneNumber } from "#domain/directory/phoneNumber.ts";

describe("a telephone number", () => {
  test.each([
    ["+56 2 2827 4200", "+56228274200"],
    ["+1 (876) 555-0123", "+18765550123"],
    ["+598.2902.1010", "+59829021010"],
    [" +55\u00a061\u20119999\u20110000 ", "+556199990000"],
    ["+1/202/555/0100", "+12025550100"],
  ])("typed as %s is %s", (typed, number) => {
    expect(parsePhoneNumber(typed)).toEqual({ ok: true, value: number });
  });

  test.each([
    ["without a country", "2 2827 4200"],
    ["with an exit code", "00 56 2 2827 4200"],
    ["with a zero that only some dial", "+44 (0) 20 7946 0000"],
    ["too short", "+56 12"],
    ["too long", "+1234567890123456"],
    ["with an extension", "+1 202 555 0100 ext 4"],
    ["empty", ""],
  ])("%s is refused, never mended", (_, typed) => {
    expect(parsePhoneNumber(typed)).toEqual({ ok: false, error: { type: "invalidPhone" } });
  });
});
