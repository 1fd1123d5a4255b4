import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Instant, msToInstant } from "#domain/instant.ts";
import { createApp } from "#endpoint/app.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import type { Deps } from "#endpoint/handlers/handler.ts";
import type { LogLine } from "#endpoint/http/log.ts";
import { createNotifier, type MailSender, type PushSender } from "#endpoint/notices/notifier.ts";
import { createEditionReader } from "#endpoint/published/createEditionReader.ts";
import { verifyPublished } from "#endpoint/published/verifyPublished.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { createTestPublisher, type TestPublisher } from "./createTestPublisher.ts";

const startedAtMs = Date.parse("2026-11-22T04:00:00.000Z");

export type TestEndpointOptions = Partial<Deps> & {
  /** Of the edition that it begins with; null for none. */
  readonly demonstration?: boolean | null;
  /** By which ways it tells that something waits; by none if not given. */
  readonly push?: PushSender;
  readonly mail?: MailSender;
};

/**
 * The whole endpoint over a real SQLite file, with a clock that stands until it is moved, a publisher
 * that it trusts, and that publisher's edition 7.
 */
export const createTestEndpoint = async (options: TestEndpointOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-endpoint-"));
  const databasePath = join(folder, "enlace.sqlite");
  let nowMs = startedAtMs;
  const clock = (): Instant => msToInstant(nowMs);
  const publisher: TestPublisher = createTestPublisher(() => nowMs);
  const { demonstration = true, push = null, mail = null, ...changes } = options;
  const publishers = changes.publishers ?? [publisher.key];
  const store = createSqliteStore(openDatabase(databasePath), publishers);
  const logLines: LogLine[] = [];
  const writeLog = (line: LogLine) => logLines.push(line);
  const readNewestEdition = createEditionReader(store);
  const pauseMs = defaultLimits.noticePauseMs;
  const noticing = { store, clock, writeLog, readNewestEdition, pauseMs };
  const notifier = createNotifier({ ...noticing, push, mail });
  const deps: Deps = {
    store,
    readNewestEdition,
    notifier,
    clock,
    publishers,
    staticFiles: new Map(),
    writeLog,
    origins: [],
    limits: defaultLimits,
    isHttps: false,
    proxies: 0,
    ...changes,
  };
  const app = createApp(deps);
  onTestFinished(async () => {
    await notifier.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  if (demonstration !== null) {
    const edition = await verifyPublished(publisher.publish({ demonstration }), [publisher.key]);
    if (edition.ok) await store.savePublished(edition.value, clock());
  }
  return {
    ...deps,
    databasePath,
    publisher,
    logLines,
    request: async (path: string, init?: RequestInit) => app.request(path, init),
    moveClock: (ms: number) => {
      nowMs += ms;
    },
  };
};
export type TestEndpoint = Awaited<ReturnType<typeof createTestEndpoint>>;
