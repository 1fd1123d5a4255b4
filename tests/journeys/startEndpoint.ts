import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../engines/until.ts";
import { projectFolder } from "../source/listFiles.ts";

export type Invitation = { readonly desk: string; readonly code: string; readonly link: string };

/** The real endpoint in a process of its own, on one port and one data folder for its whole life. */
export type EndpointProcess = {
  /** Where the app is, with a slash at the end. */
  readonly address: string;
  /** As printed at the last start. */
  readonly invitations: readonly Invitation[];
  /** What it wrote to its log, line by line. */
  readonly log: () => readonly string[];
  stop(): Promise<void>;
  /** Again after a stop, on the same port over the same data. */
  start(): Promise<void>;
  /** Throws its data away; only while it is stopped. */
  forget(): Promise<void>;
  /** Stops it for good and removes its data. */
  remove(): Promise<void>;
};

export type EndpointOptions = { readonly appPath?: string; readonly directoryPath?: string };

export const startEndpoint = async (options: EndpointOptions = {}): Promise<EndpointProcess> => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-endpoint-"));
  const log: string[] = [];
  let running = await launch({ folder, port: 0, options, log });
  const address = `http://localhost:${running.port}/`;
  const stop = async (): Promise<void> => {
    running.child.kill("SIGTERM");
    await until("the endpoint's end", () => hasEnded(running.child));
  };
  return {
    address,
    get invitations() {
      return running.invitations;
    },
    log: () => log,
    stop,
    start: async () => {
      running = await launch({ folder, port: running.port, options, log });
    },
    forget: async () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    },
    remove: async () => {
      if (!hasEnded(running.child)) await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

type Launch = {
  readonly folder: string;
  readonly port: number;
  readonly options: EndpointOptions;
  readonly log: string[];
};

type Running = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly invitations: readonly Invitation[];
};

const launch = async ({ folder, port, options, log }: Launch): Promise<Running> => {
  const child = spawn(
    "setpriv",
    ["--pdeathsig", "KILL", process.execPath, join(projectFolder, "src/endpoint/server.ts")],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: String(port),
        ENLACE_DATA: folder,
        ...(options.appPath === undefined ? {} : { ENLACE_APP: options.appPath }),
        ...(options.directoryPath === undefined ? {} : { ENLACE_DIRECTORY: options.directoryPath }),
      },
    },
  );
  let printed = "";
  child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => log.push(...chunk.toString().trim().split("\n")));
  const given = await until("the endpoint's address", () => {
    if (hasEnded(child)) throw new Error(`the endpoint ended: ${printed}${log.join("\n")}`);
    return /^Enlace is at http:\/\/localhost:(\d+)$/m.exec(printed)?.[1];
  });
  return { child, port: Number(given), invitations: listInvitations(printed) };
};

const listInvitations = (printed: string): readonly Invitation[] =>
  [
    ...printed.matchAll(/^Invitation for (\S+), \w+, once.*\n\s+link\s+(\S+)\n\s+code\s+(.+)$/gm),
  ].map(([, desk = "", link = "", code = ""]) => ({ desk, link, code: code.trim() }));

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;
