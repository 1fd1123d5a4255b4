import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createTestEdition } from "./createTestEdition.ts";

const sourcePath = join(import.meta.dirname, "../../src/endpoint");

/** A folder for a database, with an edition beside it, and the settings that name both. */
export const createSettings = (demonstration = true): Record<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const edition = join(folder, "edition.json");
  writeFileSync(edition, JSON.stringify(createTestEdition({ demonstration })));
  return {
    PORT: "0",
    HOST: "127.0.0.1",
    ENLACE_DATA: join(folder, "data"),
    ENLACE_DIRECTORY: edition,
    ENLACE_APP: join(folder, "no-app"),
  };
};

const createEnvironment = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  ...settings,
});

export type RunningServer = {
  readonly address: string;
  /** What it has printed for people, so far. */
  readonly printed: () => string;
  readonly logged: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
};

/** The real program on a free port; it ends with the test, if not before. */
export const startServer = async (settings: Record<string, string>): Promise<RunningServer> => {
  const child = spawn(process.execPath, [join(sourcePath, "server.ts")], {
    env: createEnvironment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let logged = "";
  child.stderr.on("data", (chunk) => {
    logged += chunk;
  });
  const ended = endOf(child);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const found = /^Enlace is at (\S+)\n/m.exec(printed);
      if (found?.[1]) resolve(found[1].replace("localhost", "127.0.0.1"));
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${logged}`)));
  });
  return {
    address,
    printed: () => printed,
    logged: () => logged,
    kill: (signal) => {
      child.kill(signal);
    },
    ended,
    request: (path, init) => fetch(address + path, init),
  };
};

const endOf = (child: ChildProcess): RunningServer["ended"] =>
  new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });

export type CommandOutcome = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs one of the endpoint's commands to its end. */
export const runCommand = (
  file: "invite.ts" | "backup.ts" | "server.ts",
  args: readonly string[],
  settings: Record<string, string>,
): Promise<CommandOutcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(sourcePath, file), ...args],
      { env: createEnvironment(settings), timeout: 20_000 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      },
    );
  });

/** The codes that a server or `invite` has printed, in their order, as a link holds them. */
export const findCodes = (printed: string): string[] =>
  [...printed.matchAll(/\/#\/enrol\/(\w{17})$/gm)].map(([, code]) => code ?? "");
