import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createAdaptorServer } from "@hono/node-server";
import { onTestFinished } from "vitest";
import { msToInstant } from "#domain/instant.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { createApp } from "#endpoint/app.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { createNotifier } from "#endpoint/notices/notifier.ts";
import { createEditionReader } from "#endpoint/published/createEditionReader.ts";
import { verifyPublished } from "#endpoint/published/verifyPublished.ts";
import { openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { publisher } from "#tests/world/signed.ts";

/** The real endpoint over a real file, on a real port, which can be set back to a copy of its file. */
export const startRealEndpoint = async () => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-sync-"));
  const publishers = [publisher];
  const clock = () => msToInstant(startedAtMs);
  const open = (path: string) => {
    const store = createSqliteStore(openDatabase(path), publishers);
    const writeLog = () => undefined;
    const readNewestEdition = createEditionReader(store);
    const noticing = { store, clock, writeLog, readNewestEdition, pauseMs: 60_000 };
    const app = createApp({
      store,
      readNewestEdition,
      notifier: createNotifier({ ...noticing, push: null, mail: null }),
      clock,
      publishers,
      staticFiles: new Map(),
      writeLog,
      origins: [],
      limits: defaultLimits,
      isHttps: false,
      proxies: 0,
    });
    return { store, app };
  };
  const path = join(folder, "enlace.sqlite");
  let running = open(path);
  const server = createAdaptorServer({
    fetch: (request, env) => running.app.fetch(request, env),
  }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await running.store.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    publish: async (...files: readonly SignedFile[]) => {
      for (const file of files) {
        const published = await verifyPublished(file, publishers);
        if (!published.ok) throw new Error(published.error.type);
        const saved = await running.store.savePublished(published.value, clock());
        if (!saved.ok) throw new Error(saved.error.type);
      }
    },
    /** A copy of all that is held now; call what it gives to put the copy in the endpoint's place. */
    backUp: () => {
      const copy = join(folder, `${crypto.randomUUID()}.sqlite`);
      const source = new DatabaseSync(path);
      source.exec(`VACUUM INTO '${copy}'`);
      source.close();
      const marked = new DatabaseSync(copy);
      marked.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('backup', '1')");
      marked.close();
      return async () => {
        await running.store.close();
        running = open(copy);
      };
    },
  };
};
