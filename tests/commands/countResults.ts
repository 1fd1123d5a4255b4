import { readdirSync, readFileSync } from "node:fs";
import { reportsFolder, type StepOutcome } from "./runStep.ts";

const folder = `${reportsFolder}/steps`;
const outcomes = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as StepOutcome,
);
const sum = (count: (outcome: StepOutcome) => number): number =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0);

console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
