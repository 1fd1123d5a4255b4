import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { msToInstant } from "#domain/instant.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { loadPublishers, printFailure, type TrustedKeys } from "#endpoint/config/loadPublishers.ts";
import { type Config, formatAddress, parseConfig } from "#endpoint/config/parseConfig.ts";
import { createLog, errorToLogLine } from "#endpoint/http/log.ts";
import { composeConfig, loadStaticFiles } from "#endpoint/http/staticFiles.ts";
import { createNotifier, type Notifier, openSenders } from "#endpoint/notices/notifier.ts";
import { createEditionReader } from "#endpoint/published/createEditionReader.ts";
import { takeCarried } from "#endpoint/published/takeFile.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import type { EditionTag, Store } from "#endpoint/store/store.ts";
import { createApp } from "./app.ts";

// The data is for this account alone, whatever umask the shell or the service manager sets.
process.umask(0o077);

const stopBoundMs = 5_000;

const clock = () => msToInstant(Date.now());

// People read stdout, programs stderr. A broken pipe must not end the endpoint.
const writeLog = createLog(process.stderr, clock);

process.stdout.on("error", () => {});

process.stderr.on("error", () => {});

const start = async (config: Config): Promise<void> => {
  const publishers = loadPublishers(config);
  if (!publishers.ok) return printFailure(publishers.error);
  const { keys } = publishers.value;
  const staticFiles = composeConfig(loadStaticFiles(config.appPath), keys);
  const opened = openDatabase(config.databasePath);
  if (opened.restored) writeLog({ type: "restored" });
  const store = createSqliteStore(opened, keys);
  const carried = join(config.dataPath, "carried");
  const refused = await takeCarried(carried, { store, publishers: keys, clock });
  const readNewestEdition = createEditionReader(store);
  const senders = await openSenders(config, store);
  const pauseMs = defaultLimits.noticePauseMs;
  const noticing = { store, clock, writeLog, readNewestEdition, pauseMs };
  const notifier = createNotifier({ ...noticing, ...senders });
  const app = createApp({
    store,
    readNewestEdition,
    notifier,
    clock,
    publishers: keys,
    staticFiles,
    writeLog,
    origins: config.origins,
    limits: defaultLimits,
    isHttps: config.isHttps,
    proxies: config.proxies,
  });
  // `ServerType` also covers HTTP/2, which these options do not ask for.
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000 },
  }) as Server;
  stopOnSignals(server, store, notifier);
  const address = formatAddress(config, await listen(server, config));
  writeLog({ type: "started" });

  // Printed at once with the address last: a reader that has seen that line has seen all.
  console.log(
    [
      ...(staticFiles.size > 0 ? [] : [`There is no app in ${config.appPath}: npm run build`]),
      `Kept in ${config.databasePath}`,
      sayEdition(await store.findNewestEdition()),
      ...sayKeys(publishers.value, config),
      ...sayNotices(notifier),
      ...refused,
      `\nEnlace is at ${address}`,
    ].join("\n"),
  );
};

const sayEdition = (newest: EditionTag | undefined): string => {
  if (!newest) return "Directory: none yet (npm run endpoint:take -- ‹file›)";
  return `Directory: edition ${newest.number}${newest.demonstration ? ", a demonstration" : ""}`;
};

const sayKeys = ({ keys, playsBoth }: TrustedKeys, { dataPath }: Config): string[] => [
  `Publisher: ${keys.length === 1 ? "1 trusted key" : `${keys.length} trusted keys`}`,
  ...(playsBoth ? [`A demonstration: ${dataPath} plays both the publisher and the endpoint`] : []),
];

const sayNotices = ({ offer }: Notifier): string[] => {
  const ways = [...(offer.push ? ["push"] : []), ...(offer.mail ? ["e-mail"] : [])];
  return ways.length > 0 ? [`Tells that something waits by ${ways.join(" and ")}`] : [];
};

const stopOnSignals = (server: Server, store: Store, notifier: Notifier): void => {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    writeLog({ type: "stopping" });
    await stopGracefully(server, stopBoundMs);
    await notifier.stop();
    await store.close();
    writeLog({ type: "stopped" });
  };
  // On Ctrl-C both the terminal and npm send a signal: the second one changes nothing.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      stopping ??= stop();
    });
  }
  // The last boundary: an uncaught error stops the endpoint in order, and its message is not logged.
  process.on("uncaughtException", (error) => {
    writeLog(errorToLogLine(error));
    process.exitCode = 1;
    stopping ??= stop();
  });
};

const listen = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(typeof bound === "object" && bound ? bound.port : port);
    });
  });

const config = parseConfig(process.env);

if (config.ok) {
  await start(config.value).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
} else {
  printFailure(config.error);
}

/**
 * Accepts no more connections, and resolves once the requests in progress are answered, or after
 * `boundMs`, when the remaining connections are closed.
 */
const stopGracefully = async (server: Server, boundMs: number): Promise<void> => {
  // A kept-alive connection becomes idle only after its last answer, so close idle ones repeatedly.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const bound = setTimeout(() => server.closeAllConnections(), boundMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearInterval(sweep);
  clearTimeout(bound);
};
