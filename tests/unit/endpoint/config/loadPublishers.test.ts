import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadPublishers } from "#endpoint/config/loadPublishers.ts";
import { parseConfig } from "#endpoint/config/parseConfig.ts";

const [one, two] = ["A".repeat(43), "B".repeat(43)];

/** What is trusted with this `publisher.txt` in the data folder, and this `ENLACE_PUBLISHER`. */
const load = (file: string | undefined, variable = "") => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-publishers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, "data");
  mkdirSync(data);
  if (file !== undefined) writeFileSync(join(data, "publisher.txt"), file);
  const config = parseConfig({ ENLACE_DATA: data, ENLACE_PUBLISHER: variable });
  if (!config.ok) throw new Error(config.error.issues.join("\n"));
  return { path: join(data, "publisher.txt"), loaded: loadPublishers(config.value) };
};

test("the keys of publisher.txt are trusted, one a line, and the folder plays both parts", () => {
  for (const file of [`${one}\n${two}\n`, `\n${one}\r\n  ${two}`]) {
    expect(load(file).loaded).toEqual({ ok: true, value: { keys: [one, two], playsBoth: true } });
  }
});

test("a key in the environment counts, and nothing in the folder beside it", () => {
  const value = { keys: [two], playsBoth: false };
  expect(load(`${one}\n`, two).loaded).toEqual({ ok: true, value });
  expect(load(undefined, two).loaded).toEqual({ ok: true, value });
});

test("without a key, or with a line that is none, nothing is trusted", () => {
  for (const file of [undefined, "", "\n\n"]) {
    const { path, loaded } = load(file);
    expect(loaded).toEqual({ ok: false, error: { type: "publishersMissing", path } });
  }
  const { path, loaded } = load(`${one}\n\n${two}x\n`);
  expect(loaded).toEqual({ ok: false, error: { type: "publisherMalformed", path, line: 3 } });
});
