import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, CommandOutcome } from "#secretariat/commands/command.ts";
import { projectFolder } from "#tests/house/listFiles.ts";

type Ended = {
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

const stateHeader =
  "iso2,oas_languages,other_languages,capital_time_zone,status,status_since,status_as_of,status_source";

const contactHeader =
  "state,desk,id,office,person,institution,phones,emails,languages,zone,hours,confirmed_by,confirmed_on,expires_on";

export const chile = "CL,es,,America/Santiago,member,,2026-11-16,a list";

export const peru = "PE,es,ay qu,America/Lima,member,,2026-11-16,a list";

export const goodContact =
  "CL,policy,CL-1,Punto de contacto,,Oficina,+56 0000 0010,a@b.example,es en,America/Santiago,24/7,Misión,2026-09-01,2027-08-31";

const encode = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join("\n")}\n`);

export const statesFile = (...lines: readonly string[]): Uint8Array =>
  encode([stateHeader, ...lines]);

export const contactsFile = (...lines: readonly string[]): Uint8Array =>
  encode([contactHeader, ...lines]);

/** The good contact with some of its cells written differently. */
export const contactLine = (changed: Readonly<Record<string, string>>): string => {
  const cells = goodContact.split(",");
  contactHeader.split(",").forEach((column, index) => {
    if (column in changed) cells[index] = `"${changed[column]}"`;
  });
  return cells.join(",");
};
