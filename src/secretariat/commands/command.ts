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
