import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listFiles, projectFolder } from "#tests/house/listFiles.ts";
import { type Journey, journeyEngines } from "#tests/journeys/steps/engines.ts";

const [folder, ending] = ["tests/journeys/", ".journey.ts"];
const journeys = Object.keys(journeyEngines) as Journey[];
const paths = listFiles(folder, ending);

describe("the list of engines", () => {
  test("has a row for each journey, and for nothing else", () => {
    const found = paths.map((path) => path.slice(folder.length, -ending.length));
    expect(found.length).toBeGreaterThan(30);
    expect(journeys.toSorted()).toEqual(found.toSorted());
  });

  test.each(journeys)("is where %s takes its engines from, and nowhere else", (journey) => {
    const text = readFileSync(`${projectFolder}${folder}${journey}${ending}`, "utf8");
    const rows = Array.from(text.matchAll(/enginesOf\(\s*"([^"]*)"/g), ([, row]) => row);
    expect(rows).toEqual([journey]);
    expect(text).not.toMatch(/engineNames|engine: "|open\w+\("(chromium|firefox|webkit)"/);
  });

  test("gives a reason for each", () => {
    for (const { engines, why } of Object.values(journeyEngines)) {
      expect(engines.length).toBeGreaterThan(0);
      expect(why).not.toBe("");
    }
  });
});
