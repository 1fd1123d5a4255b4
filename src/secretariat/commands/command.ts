import { parseArgs } from "node:util";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";

/** A command's output and exit code: 0 done, 1 refused because of the files' content, 2 misused. */
export type CommandOutcome = { readonly exitCode: 0 | 1 | 2; readonly lines: readonly string[] };

/** The ambient inputs of a command: clock and environment. */
export type CommandContext = {
  readonly nowMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Command = {
  /** Begins with the command's name as a person types it. */
  readonly usage: string;
  /** Throws only errors of the file system. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<CommandOutcome>;
};

export const done = (...lines: readonly string[]): CommandOutcome => ({ exitCode: 0, lines });

export const refused = (...lines: readonly string[]): CommandOutcome => ({ exitCode: 1, lines });

export const misused = (problem: string, usage: string): CommandOutcome => ({
  exitCode: 2,
  lines: [problem, "", usage],
});

/** Options by their names without dashes: whether each takes a value or is a flag. */
type KnownOptions = Readonly<Record<string, "string" | "boolean">>;

/**
 * Parses a command line by a schema of its options and `files`. The error is a sentence: the message of
 * the schema's first issue.
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

/** For a command that takes only options. */
export const noFiles = v.array(
  v.pipe(
    v.string(),
    v.check(
      () => false,
      ({ input }) => `“${input}” is one argument too many`,
    ),
  ),
);

/** The folder with the publisher's keys and the files that they have signed. */
export const folderOption = v.optional(v.string(), "publisher");

const splitArguments = (
  args: readonly string[],
  known: KnownOptions,
): Result<Readonly<Record<string, unknown>>, string> => {
  const names = Object.keys(known);
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    // A missing option becomes `undefined`, so that the schema's own message is shown.
    const given = Object.fromEntries(names.map((name) => [name, values[name]]));
    return ok({ ...given, files: positionals });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
};

/**
 * The address at which people reach Enlace, without a slash at its end: as given, from
 * `ENLACE_ADDRESS`, or from the `PORT` and `HOST` of an endpoint on this machine. The error is a
 * sentence.
 */
export const parseAddress = (
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Result<string, string> => {
  if (given !== undefined) return parseHttpAddress("--address", given);
  // An empty variable counts as not set, as in a shell's `PORT= npm start`.
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

/** Parses an HTTP address from the option or variable `name`; the error is a sentence. */
export const parseHttpAddress = (name: string, text: string): Result<string, string> =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text)
    ? ok(text.replace(/\/+$/, ""))
    : err(`${name} must be an address such as https://enlace.example, not “${text}”.`);
