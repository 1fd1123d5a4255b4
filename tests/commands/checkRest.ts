import { runChecks } from "./runChecks.ts";
import { printSummary } from "./runStep.ts";

process.exitCode = printSummary(await runChecks()) ? 0 : 1;
