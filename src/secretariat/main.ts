import { carryCommand } from "#secretariat/commands/carryCommand.ts";
import { type CommandOutcome, done, misused } from "#secretariat/commands/command.ts";
import { demonstrationCommand } from "#secretariat/commands/demonstrationCommand.ts";
import { importCommand } from "#secretariat/commands/importCommand.ts";
import { inviteCommand } from "#secretariat/commands/inviteCommand.ts";
import { keyCommand } from "#secretariat/commands/keyCommand.ts";
import { listCommand } from "#secretariat/commands/listCommand.ts";
import { revokeCommand } from "#secretariat/commands/revokeCommand.ts";
import { rotateCommand } from "#secretariat/commands/rotateCommand.ts";
import { signAgainCommand } from "#secretariat/commands/signAgainCommand.ts";

const commands = {
  key: keyCommand,
  rotate: rotateCommand,
  "sign-again": signAgainCommand,
  import: importCommand,
  invite: inviteCommand,
  revoke: revokeCommand,
  list: listCommand,
  carry: carryCommand,
  demonstration: demonstrationCommand,
};

const usage = `Enlace, the publisher's commands

  npm run secretariat -- ‹command› …

${Object.values(commands)
  .map((command) => command.usage)
  .join("\n\n")}

--help  shows this, and after a command what that one takes`;

const run = async ([name, ...args]: readonly string[]): Promise<CommandOutcome> => {
  if (name === "--help") return done(usage);
  if (name === undefined) return misused("No command.", usage);
  if (!isCommand(name)) return misused(`No command “${name}”.`, usage);
  if (args.includes("--help")) return done(commands[name].usage);
  return commands[name].run(args, { nowMs: Date.now(), env: process.env });
};

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);

try {
  const { exitCode, lines } = await run(process.argv.slice(2));
  const say = exitCode === 0 ? console.log : console.error;
  for (const line of lines) say(line);
  process.exitCode = exitCode;
} catch (cause) {
  // A file can't be read or written: the file system's own message names it best.
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
