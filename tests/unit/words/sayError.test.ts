import { expect, test } from "vitest";
import { languages } from "#domain/language.ts";
import { setUpI18n } from "#i18n/setUpI18n.ts";
import { readMessages } from "#tests/house/readMessages.ts";
import { sayError } from "#words/sayError.ts";

test("an error is said with what it is about", async () => {
  const i18n = await setUpI18n("en", []);
  expect(sayError(i18n, { type: "endpointBusy" })).toBe("The endpoint is busy");
  const full = { type: "deskFull", maxDevices: 20 };
  expect(sayError(i18n, full)).toContain("already has 20 devices");
});

test.each(languages)(
  "one that this version does not know has a sentence in %s",
  async (language) => {
    const i18n = await setUpI18n(language, []);
    const said = sayError(i18n, { type: "newerThanThisPage" });
    const text = readMessages(language, "errors").get("unknown") ?? "";
    expect(said).toBe(text.replace("{{type}}", "newerThanThisPage"));
    expect(said).toMatch(/ .*newerThanThisPage/);
  },
);

test("no name of what every object has is taken for a known one", async () => {
  const i18n = await setUpI18n("en", []);
  for (const type of ["constructor", "toString", "a.b", ""]) {
    expect(sayError(i18n, { type })).toContain(`(${type})`);
  }
});
