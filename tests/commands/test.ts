import { printSummary } from "./runStep.ts";
import { runTests } from "./runTests.ts";

process.exitCode = printSummary(await runTests()) ? 0 : 1;
