import { parseArgs } from "node:util";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";

/** What a command says and how it ends: 0 done, 1 refused by what the files hold, 2 misused. */
export type CommandOutcome = { readonly exitCode: 0 | 1 | 2; readonly lines: readonly string[] };

/** What a command takes from the world besides its arguments and the file system. */
export type CommandContext = {
  readonly nowMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Command = {
  /** Begins with the command's name, as it is typed. */
  readonly usage: string;
  /** Throws only what the file system throws. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<CommandOutcome>;
};

export const done = (...lines: readonly string[]): CommandOutcome => ({ exitCode: 0, lines });

export const refused = (...lines: readonly string[]): CommandOutcome => ({ exitCode: 1, lines });

export const misused = (problem: string, usage: string): CommandOutcome => ({
  exitCode: 2,
  lines: [problem, "", usage],
});

/** Options by their names without dashes: whether each takes a text or only stands there. */
type KnownOptions = Readonly<Record<string, "string" | "boolean">>;

/**
 * The command line by a schema over its options and `files`, or what is wrong with it in a sentence:
 * the message of the schema's first issue.
 */
export const parseArguments = <T>(
  args: readonly string[],
  known: KnownOptions,
  schema: v.GenericSchema<unknown, T>,
): Result<T, string> => {
  const split = splitArguments(args, known);
  if (!split.ok) return split;
  const parsed = v.safeParse(schema, split.value);
  return parsed.success ? ok(parsed.output) : err(parsed.issues[0].message);
};

/** For a command whose arguments are all options. */
export const noFiles = v.array(
  v.pipe(
    v.string(),
    v.check(
      () => false,
      ({ input }) => `“${input}” is one argument too many`,
    ),
  ),
);

/** Where the publisher's keys lie, and what was signed with them. */
export const folderOption = v.optional(v.string(), "publisher");

const splitArguments = (
  args: readonly string[],
  known: KnownOptions,
): Result<Readonly<Record<string, unknown>>, string> => {
  const names = Object.keys(known);
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    // A key of its own for what is missing: the schema then says its own sentence.
    const given = Object.fromEntries(names.map((name) => [name, values[name]]));
    return ok({ ...given, files: positionals });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
};
