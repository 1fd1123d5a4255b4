import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles, projectFolder } from "#tests/house/listFiles.ts";

const components = listFiles("src", ".tsx").map((path) => ({
  path,
  text: readFileSync(projectFolder + path, "utf8"),
}));

test("no browser writes down what a person types: every field of text is off", () => {
  const fields = components.flatMap(({ path, text }) =>
    [...text.matchAll(/<(?:input|textarea)\b.*?\/>/gs)].map(([field]) => ({ path, field })),
  );
  const typed = fields.filter(({ field }) => !/type="(?:checkbox|file)"/.test(field));
  expect(typed.length).toBeGreaterThan(3);
  expect(typed.filter(({ field }) => !field.includes('autoComplete="off"'))).toEqual([]);
});

test("a field asks for nothing that a browser knows of a person, but for passphrases", () => {
  const asked = components.flatMap(({ text }) =>
    [...text.matchAll(/autoComplete="([^"]*)"/g)].map(([, purpose = ""]) => purpose),
  );
  expect([...new Set(asked)].toSorted()).toEqual(["current-password", "new-password", "off"]);
});
