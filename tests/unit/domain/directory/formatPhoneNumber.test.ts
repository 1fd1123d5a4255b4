import { expect, it } from "vitest";
import { formatPhoneNumber } from "#domain/directory/phoneNumber.ts";

it.each([
  ["+12025550140", "+1 202 555 0140"],
  ["+56000000010", "+56 000 000 010"],
  ["+550000000010", "+55 000 000 0010"],
  ["+50300000010", "+503 0000 0010"],
  ["+5020000010", "+502 000 0010"],
  ["+597000010", "+597 000 010"],
  ["+5000000", "+500 0000"],
])("%s is read in groups", (phone, groups) => {
  expect(formatPhoneNumber(phone)).toBe(groups);
});

it("grouping a number never changes its digits", () => {
  for (const phone of ["+1234567", "+123456789012345", "+59100000010", "+7999888"]) {
    expect(formatPhoneNumber(phone).replaceAll(" ", "")).toBe(phone);
  }
});
