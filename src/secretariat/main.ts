import { type CommandOutcome, importCommand, importUsage } from "./importCommand.ts";

const usage = `Enlace, the publisher's commands

${importUsage}

--help  shows this`;

const run = async ([command, ...args]: readonly string[]): Promise<CommandOutcome> => {
  if (command === "--help" || args.includes("--help")) return { exitCode: 0, lines: [usage] };
  if (command === "import") return importCommand(args, Date.now());
  const problem = command === undefined ? "No command." : `No command “${command}”.`;
  return { exitCode: 2, lines: [problem, "", usage] };
};

try {
  const { exitCode, lines } = await run(process.argv.slice(2));
  const say = exitCode === 0 ? console.log : console.error;
  for (const line of lines) say(line);
  process.exitCode = exitCode;
} catch (cause) {
  // A file that can't be read or written: the file system's own words name it best.
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
