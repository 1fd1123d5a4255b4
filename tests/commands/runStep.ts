import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { projectFolder } from "#tests/house/listFiles.ts";

export const reportsFolder = `${projectFolder}reports`;

export type Step = {
  readonly name: string;
  /** A program of node_modules/.bin, and what to tell it. */
  readonly command: readonly [string, ...string[]];
  readonly timeoutMs: number;
  /** Whether its tests count one by one, from Vitest's own report. */
  readonly isTests?: boolean;
};

export type StepOutcome = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
};

/** Where Vitest writes the report of a step of tests. */
export const testReport = (name: string): string => `${reportsFolder}/${name}.json`;

/** Runs a step with its output shown; ends it with all its children if it takes too long. */
export const runStep = async (step: Step): Promise<StepOutcome> => {
  console.log(`\n— ${step.name}`);
  rmSync(testReport(step.name), { force: true });
  const startedAt = performance.now();
  const isDone = await run(step);
  const counted = step.isTests === true ? countTests(step.name) : undefined;
  const outcome = {
    name: step.name,
    passed: counted?.passed ?? (isDone ? 1 : 0),
    // A file that couldn't even be loaded has no failed test, and is a failure all the same.
    failed: isDone ? 0 : Math.max(1, counted?.failed ?? 0),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
  return keepOutcome(outcome);
};

/** Notes how a step went, for the count at the end. */
export const keepOutcome = (outcome: StepOutcome): StepOutcome => {
  mkdirSync(`${reportsFolder}/steps`, { recursive: true });
  writeFileSync(`${reportsFolder}/steps/${outcome.name}.json`, JSON.stringify(outcome));
  return outcome;
};

/** Prints how each step went; true if all went well. */
export const printSummary = (outcomes: readonly StepOutcome[]): boolean => {
  console.log("");
  for (const { name, passed, failed, seconds } of outcomes) {
    const verdict = failed === 0 ? "passed" : `FAILED (${failed})`;
    console.log(`${name.padEnd(14)} ${verdict.padEnd(12)} ${passed} passed, ${seconds} s`);
  }
  return outcomes.every(({ failed }) => failed === 0);
};

const run = ({ command: [program, ...parameters], timeoutMs }: Step): Promise<boolean> => {
  const bin = `${projectFolder}node_modules/.bin`;
  const child = spawn(program, parameters, {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
      // Endpoints and commands are started hundreds of times: Node keeps what it made of the sources.
      NODE_COMPILE_CACHE: `${projectFolder}node_modules/.cache/node`,
    },
    // A group of its own, so that it can be ended with its children.
    detached: true,
  });
  return new Promise((resolve) => {
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    const timer = setTimeout(() => {
      console.error(`ended after ${timeoutMs / 1000} s`);
      end();
    }, timeoutMs);
    const interrupt = (): void => {
      end();
      process.exit(130);
    };
    process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
    const finish = (isDone: boolean): void => {
      clearTimeout(timer);
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      resolve(isDone);
    };
    child.once("error", () => finish(false));
    child.once("exit", (code) => finish(code === 0));
  });
};

const countTests = (name: string): { passed: number; failed: number } | undefined => {
  try {
    const report = JSON.parse(readFileSync(testReport(name), "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return undefined;
  }
};
