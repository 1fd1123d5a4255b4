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

/**
 * Where people reach Enlace, without a slash at its end: as given, as `ENLACE_ADDRESS` has it, or by
 * the `PORT` and `HOST` that an endpoint on this machine listens on. Or what is wrong, in a sentence.
 */
export const parseAddress = (
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Result<string, string> => {
  if (given !== undefined) return parseHttpAddress("--address", given);
  // An empty variable is one that isn't set, as in a shell's `PORT= npm start`.
  if (env["ENLACE_ADDRESS"]) return parseHttpAddress("ENLACE_ADDRESS", env["ENLACE_ADDRESS"]);
  const port = env["PORT"] || "8787";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return err(`PORT must be a whole number from 0 to 65535, not “${port}”.`);
  }
  const host = env["HOST"] || "127.0.0.1";
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = isLocal ? "localhost" : host;
  return ok(`http://${name.includes(":") ? `[${name}]` : name}:${Number(port)}`);
};

/** An address as people write it, `name` being what they wrote it for. */
export const parseHttpAddress = (name: string, text: string): Result<string, string> =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text)
    ? ok(text.replace(/\/+$/, ""))
    : err(`${name} must be an address such as https://enlace.example, not “${text}”.`);
