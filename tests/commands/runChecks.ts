import { existsSync } from "node:fs";
import { listFiles, projectFolder } from "#tests/house/listFiles.ts";
import { runStep, type Step, type StepOutcome } from "./runStep.ts";

/** What `npm test` doesn't look at: types of every environment, lint, format, unused code, sizes. */
export const runChecks = async (): Promise<readonly StepOutcome[]> => {
  const outcomes: StepOutcome[] = [];
  for (const step of [...typeSteps(), ...otherSteps]) outcomes.push(await runStep(step));
  return outcomes;
};

const typeSteps = (): readonly Step[] =>
  [...listFiles("src", "/tsconfig.json"), "tests/tsconfig.json"].map((path) => ({
    name: `types-${path.split("/").at(-2)}`,
    command: ["tsc", "--noEmit", "-p", path],
    timeoutMs: 120_000,
  }));

const otherSteps: readonly Step[] = [
  { name: "lint", command: ["oxlint", "--type-aware"], timeoutMs: 120_000 },
  { name: "format", command: ["biome", "ci"], timeoutMs: 120_000 },
  { name: "unused", command: ["knip"], timeoutMs: 120_000 },
  ...(existsSync(`${projectFolder}dist`)
    ? []
    : [{ name: "build", command: ["vite", "build"], timeoutMs: 120_000 } as const]),
  { name: "budgets", command: ["node", "tests/commands/measureBudgets.ts"], timeoutMs: 120_000 },
];
