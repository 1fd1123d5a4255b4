import { runChecks } from "./runChecks.ts";
import { printSummary } from "./runStep.ts";
import { runTests } from "./runTests.ts";

process.exitCode = printSummary([...(await runTests()), ...(await runChecks())]) ? 0 : 1;
