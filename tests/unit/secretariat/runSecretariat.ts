import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, CommandOutcome } from "#secretariat/commands/command.ts";
import { projectFolder } from "#tests/house/listFiles.ts";

export type Ended = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A folder of its own, in which the real program is run as a person runs it. */
export type Secretariat = {
  readonly folder: string;
  /** A path in it, from the root. */
  readonly path: (name: string) => string;
  readonly run: (command: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;
  readonly read: (path: string) => string;
  /** Without a process of its own: paths are from the root, `FOLDER` stands for the folder. */
  readonly runHere: (
    command: Command,
    args: string,
    env?: Readonly<Record<string, string>>,
  ) => Promise<CommandOutcome>;
  /** Paths of all files below, in order. */
  readonly listFiles: () => readonly string[];
  readonly remove: () => void;
};

export const createSecretariat = (): Secretariat => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-secretariat-"));
  return {
    folder,
    path: (name) => join(folder, name),
    run: (command, env = {}) => run(folder, command.split(" "), env),
    runHere: (command, args, env = {}) => {
      const list = args.replaceAll("FOLDER", folder).split(" ").filter(Boolean);
      return command.run(list, { nowMs: Date.now(), env });
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    listFiles: () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => statSync(join(folder, path)).isFile())
        .toSorted(),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

const run = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> => {
  const program = join(projectFolder, "src/secretariat/main.ts");
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    // Half of a start is the reading of TypeScript.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "enlace-compile-cache"), ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
};
