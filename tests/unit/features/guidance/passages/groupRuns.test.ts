import { expect, test } from "vitest";
import { groupRuns, pairPassages } from "#features/guidance/passages/groupRuns.ts";
import { readPack } from "#tests/world/readPacks.ts";

const en = readPack("en");
const es = readPack("es");
const idsOf = (runs: ReturnType<typeof groupRuns>): readonly (readonly string[])[] =>
  runs.map(({ pairs }) => pairs.map(({ id }) => id));

test("passages of one standing, source and date that follow each other are one run", () => {
  expect(idsOf(groupRuns(pairPassages(en.purpose, null)))).toEqual([
    ["purpose.critical", "purpose.rapid", "purpose.chosen"],
    ["purpose.practice"],
  ]);
});

test("another date begins another run, and so does a return to the first standing", () => {
  const [quoted, , , ours] = en.purpose;
  if (!quoted || !ours) throw new Error("the purpose has four passages");
  const later = { ...quoted, id: "later", asOf: ours.asOf };
  const runs = groupRuns(pairPassages([quoted, later, ours, quoted], null));
  expect(runs.map(({ pairs }) => pairs.length)).toEqual([1, 1, 1, 1]);
});

test("a passage is paired with the one of its own id, wherever it stands in the other pack", () => {
  const pairs = pairPassages(en.implications, es.implications.toReversed());
  expect(pairs.map(({ first, second }) => [first.id, second?.id])).toEqual(
    en.implications.map(({ id }) => [id, id]),
  );
  expect(pairs.every(({ second }) => second?.text !== undefined)).toBe(true);
});

test("a passage that the other pack lacks stands alone, and is not lost", () => {
  const pairs = pairPassages(en.implications, es.implications.slice(1));
  expect(pairs.map(({ second }) => second === null)).toEqual([true, false, false, false, false]);
});
