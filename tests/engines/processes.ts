import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { until } from "./until.ts";

/**
 * Starts a program that ends with us, however we end: the kernel kills it when its parent dies.
 * The exit of a worker is no time to wait for anything.
 */
export const startProcess = (
  command: string,
  parameters: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly extraPipe?: boolean } = {},
): ChildProcess => {
  const child = spawn("setpriv", ["--pdeathsig", "KILL", command, ...parameters], {
    stdio: ["ignore", "ignore", "ignore", ...(options.extraPipe ? (["pipe"] as const) : [])],
    env: options.env ?? process.env,
  });
  child.on("error", () => undefined);
  return child;
};

/** The processes that bear `mark` in their command line, and all that they started. */
export const listProcesses = (mark: string): readonly number[] => {
  const parents = readParents();
  const found = new Set([...parents.keys()].filter((id) => readCommand(id).includes(mark)));
  found.delete(process.pid);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [id, parent] of parents) if (found.has(parent)) found.add(id);
  }
  return [...found];
};

/** Waits for them to end by themselves, as a closed browser does; kills what is too slow. */
export const awaitProcesses = async (ids: readonly number[]): Promise<void> => {
  await until("", () => !ids.some(isRunning), 3_000).catch(() => undefined);
  await killProcesses(ids);
};

/** Kills them by process id, all at once, and waits until the kernel has taken them. */
export const killProcesses = async (ids: readonly number[]): Promise<void> => {
  for (const id of ids) sendSignal(id, "SIGKILL");
  await until(`the end of processes ${ids.join(", ")}`, () => !ids.some(isRunning));
};

export const sendSignal = (id: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(id, signal);
  } catch {
    // it ended by itself
  }
};

const isRunning = (id: number): boolean => {
  const state = readStat(id)?.[0];
  return state !== undefined && state !== "Z";
};

const readParents = (): Map<number, number> => {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const stat = /^\d+$/.test(entry) ? readStat(Number(entry)) : undefined;
    if (stat) parents.set(Number(entry), Number(stat[1]));
  }
  return parents;
};

/** State and parent, from what follows the program's name (which may hold spaces). */
const readStat = (id: number): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
};

const readCommand = (id: number): string => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return "";
  }
};

let display: Promise<string> | undefined;

/** The name of an X display that all pages of this process share; Xvfb picks a free number itself. */
export const startDisplay = (): Promise<string> => {
  display ??= start();
  return display;
};

const start = async (): Promise<string> => {
  const screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = startProcess("Xvfb", ["-displayfd", "3", ...screen], { extraPipe: true });
  child.unref();
  const pipe = child.stdio[3] as Readable;
  let written = "";
  pipe.on("data", (chunk: Buffer) => (written += chunk.toString()));
  // The whole line: a pipe closed before the line's end would end Xvfb.
  const number = await until("a display of Xvfb", () => /^(\d+)\n/.exec(written)?.[1]);
  pipe.destroy();
  return `:${number}`;
};
