import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import type { Edition } from "#domain/directory/edition.ts";
import { Digest, Envelope, isWithinDesk } from "#domain/envelope/envelope.ts";
import { digestToReceiptNumber } from "#domain/envelope/receipt.ts";
import type { Command, CommandContext } from "#secretariat/commands/command.ts";
import { demonstrationCommand } from "#secretariat/commands/demonstrationCommand.ts";
import { openPublisher } from "#secretariat/publisher/publisher.ts";
import { writeSigned } from "#secretariat/publisher/signedFiles.ts";
import type { Page } from "#tests/engines/page.ts";
import { until } from "#tests/engines/until.ts";
import { projectFolder } from "#tests/house/listFiles.ts";

/** An envelope as the endpoint holds it: by the database's own row, not by what it answers. */
export type HeldEnvelope = {
  readonly id: string;
  readonly kind: Envelope["kind"];
  readonly from: string;
  /** The receipt's number, as both sides see it. */
  readonly number: string;
  readonly bytes: string;
};

/** In the order in which they came; what stays within a desk is left out. */
export const listHeld = (endpoint: EndpointProcess): readonly HeldEnvelope[] =>
  listAllHeld(endpoint).filter(({ kind }) => !isWithinDesk(kind));

export const listAllHeld = (endpoint: EndpointProcess): readonly HeldEnvelope[] =>
  readRows(endpoint, "SELECT * FROM envelopes ORDER BY heldAt, rowid").map((row) => ({
    id: String(row["id"]),
    kind: v.parse(Envelope, JSON.parse(String(row["text"]))).kind,
    from: String(row["fromDesk"]),
    number: digestToReceiptNumber(v.parse(Digest, row["digest"])),
    bytes: String(row["text"]),
  }));

/** Waits until the endpoint holds so many letters between desks. */
export const untilHeld = (endpoint: EndpointProcess, count: number): Promise<boolean> =>
  until(`${count} letters held`, () => listHeld(endpoint).length >= count);

/** The number of the newest envelope of a kind. */
export const findNumber = (endpoint: EndpointProcess, kind: HeldEnvelope["kind"]): string => {
  const number = listHeld(endpoint).findLast((held) => held.kind === kind)?.number;
  if (number === undefined) throw new Error(`the endpoint holds no ${kind}`);
  return number;
};

/** How often the endpoint has told a desk that something was fetched, or can't be any more. */
export const countNotices = (
  endpoint: EndpointProcess,
  desk: string,
  type: "delivered" | "recipientsGone",
): number =>
  readRows(endpoint, "SELECT desk, type FROM feeds").filter(
    (row) => row["desk"] === desk && row["type"] === type,
  ).length;

/** How many lines its registry has: invitations, devices and revocations. */
export const countRegistry = (endpoint: EndpointProcess): number =>
  readRows(endpoint, "SELECT position FROM registry").length;

const readRows = ({ folder }: EndpointProcess, sql: string) => {
  const database = new DatabaseSync(join(folder, "enlace.sqlite"), {
    readOnly: true,
    timeout: 5_000,
  });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

type HeldEdition = { readonly number: number; readonly signature: string };

/** The directory that the device holds, read past the app. */
export const readEdition = (page: Page): Promise<HeldEdition> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const database = await done(indexedDB.open("enlace"));
    const row = await done(database.transaction("editions").objectStore("editions").get("held"));
    database.close();
    return { number: row.edition.number, signature: row.signature };
  }, null);

type Invitation = { readonly desk: string; readonly code: string; readonly link: string };

/** The real endpoint in a process of its own, on one port and one data folder for its whole life. */
export type EndpointProcess = {
  /** Where the app is, with a slash at the end. */
  readonly address: string;
  /** The publisher's folder: what `secretariat` commands work on. */
  readonly folder: string;
  /** As the secretariat printed them. */
  readonly invitations: readonly Invitation[];
  /** What it wrote to its log, line by line. */
  readonly log: () => readonly string[];
  stop(): Promise<void>;
  /** Again after a stop, on the same port over the same data. */
  start(): Promise<void>;
  /** Throws its database away, not what the publisher has signed; only while it is stopped. */
  forget(): Promise<void>;
  /** Stops it for good and removes its data. */
  remove(): Promise<void>;
};

/** The code that the demonstration made for `desk`, such as `CL/policy`. */
export const findCode = ({ invitations }: EndpointProcess, desk: string): string => {
  const code = invitations.find((invitation) => invitation.desk === desk)?.code;
  if (code === undefined) throw new Error(`no invitation for ${desk}`);
  return code;
};

export type EndpointOptions = {
  readonly appPath?: string;
  /** Signed by its publisher and carried to it before it starts, besides the demonstration. */
  readonly edition?: Edition;
  /** Settings of its environment besides. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** An endpoint that has ended: what it takes to start it again, over its own folder or a copy. */
export type KeptEndpoint = Pick<EndpointProcess, "folder" | "invitations"> & {
  /** What browsers keep belongs to an origin, and so to a port. */
  readonly port: number;
};

/** A new one with the demonstration, on any free port if none is given. */
export const startEndpoint = async ({
  port = 0,
  ...options
}: EndpointOptions & { readonly port?: number } = {}): Promise<EndpointProcess> => {
  const folder = createFolder();
  const invitations = listInvitations(await makeDemonstration(folder, options));
  return resumeEndpoint({ folder, port, invitations }, options);
};

/** A folder for an endpoint's data, which `remove` removes. */
export const createFolder = (): string => mkdtempSync(join(tmpdir(), "enlace-endpoint-"));

export const resumeEndpoint = async (
  { folder, port, invitations }: KeptEndpoint,
  options: EndpointOptions,
): Promise<EndpointProcess> => {
  const log: string[] = [];
  if (options.edition) await carryEdition(folder, options.edition);
  let running = await launch({ folder, port, options, log });
  const address = `http://localhost:${running.port}/`;
  const stop = async (): Promise<void> => {
    running.child.kill("SIGTERM");
    await until("the endpoint's end", () => hasEnded(running.child));
  };
  return {
    address,
    folder,
    invitations,
    log: () => log,
    stop,
    start: async () => {
      running = await launch({ folder, port: running.port, options, log });
    },
    forget: async () => {
      for (const file of readdirSync(folder)) {
        if (file.startsWith("enlace.sqlite")) rmSync(join(folder, file));
      }
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

type Running = { readonly child: ChildProcess; readonly port: number };

/** Whose links bear an address that nobody follows: they are read for their codes. */
const makeDemonstration = (folder: string, { appPath }: EndpointOptions): Promise<string> =>
  runCommand(demonstrationCommand, [], { ENLACE_DATA: folder, ENLACE_APP: appPath });

/**
 * One of the publisher's commands, and what it printed. Its own tests run it as the program that it
 * is; a process for each would be a minute of all journeys.
 */
export const runCommand = async (
  { run }: Command,
  args: readonly string[],
  env: CommandContext["env"] = {},
): Promise<string> => {
  const { exitCode, lines } = await run(args, { nowMs: Date.now(), env });
  const printed = lines.join("\n");
  if (exitCode !== 0) throw new Error(printed);
  return printed;
};

const carryEdition = async (folder: string, edition: Edition): Promise<void> => {
  const publisher = await openPublisher(join(folder, "publisher"));
  if (!publisher.ok) throw new Error(publisher.error);
  const signed = publisher.value.sign("edition", JSON.stringify(edition));
  await writeSigned(join(folder, "carried", `edition-${edition.number}.json`), signed);
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
        ...options.settings,
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
  return { child, port: Number(given) };
};

const listInvitations = (printed: string): readonly Invitation[] =>
  [
    ...printed.matchAll(/^Invitation for (\S+), \w+, once.*\n\s+link\s+(\S+)\n\s+code\s+(.+)$/gm),
  ].map(([, desk = "", link = "", code = ""]) => ({ desk, link, code: code.trim() }));

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;
