import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import type { PublishedTarget } from "./enrolment.ts";
import { createTestPublisher, type TestPublisher } from "./testEndpoint.ts";

/** A proxy that passes a request on and breaks both ends the moment that its answer comes. */
export const startLosingProxy = async (address: string): Promise<string> => {
  const { port } = new URL(address);
  const proxy = createServer((near) => {
    const far = connect(Number(port), "127.0.0.1");
    near.pipe(far);
    far.once("data", () => {
      near.destroy();
      far.destroy();
    });
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => new Promise((resolve) => proxy.close(() => resolve())));
  const bound = proxy.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
};

const sourcePath = join(projectFolder, "src/endpoint");

/** The settings of an endpoint in a folder of its own, and the publisher that it trusts. */
type TestSettings = {
  readonly settings: Readonly<Record<string, string>>;
  readonly dataPath: string;
  readonly publisher: TestPublisher;
};

/** As a demonstration lays it out: the publisher's key, and what it has signed, in the data folder. */
export const createSettings = (files?: readonly SignedFile[]): TestSettings => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataPath = join(folder, "data");
  const publisher = createTestPublisher(Date.now);
  mkdirSync(join(dataPath, "carried"), { recursive: true });
  writeFileSync(join(dataPath, "publisher.txt"), `${publisher.key}\n`);
  for (const file of files ?? [publisher.publish()]) writeCarried(dataPath, file);
  const settings = {
    PORT: "0",
    HOST: "127.0.0.1",
    ENLACE_DATA: dataPath,
    ENLACE_APP: join(folder, "no-app"),
  };
  return { settings, dataPath, publisher };
};

/** Puts a signed file where the next start takes it; gives its path. */
export const writeCarried = (dataPath: string, file: SignedFile): string => {
  const path = join(dataPath, "carried", `${file.purpose}-${file.signature.slice(0, 8)}.json`);
  writeFileSync(path, JSON.stringify(file));
  return path;
};

const createEnvironment = (settings: TestSettings["settings"]): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  ...settings,
});

export type RunningServer = PublishedTarget & {
  readonly address: string;
  /** What it has printed for people, so far. */
  readonly printed: () => string;
  readonly logged: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

/** The real program on a free port; it ends with the test, if not before. */
export const startServer = async ({
  settings,
  publisher,
}: TestSettings): Promise<RunningServer> => {
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
    publisher,
    request: (path, init) => fetch(address + path, init),
  };
};

const endOf = (child: ChildProcess): RunningServer["ended"] =>
  new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });

type CommandOutcome = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs one of the endpoint's commands to its end. */
export const runCommand = (
  file: "take.ts" | "backup.ts" | "server.ts",
  args: readonly string[],
  { settings }: Pick<TestSettings, "settings">,
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
