import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import * as v from "valibot";
import { expect, onTestFinished, test, vi } from "vitest";
import { DeskId } from "#domain/desk.ts";
import { Envelope } from "#domain/envelope/envelope.ts";
import { msToInstant } from "#domain/instant.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { createNodeSqliteDialect, openDatabase } from "#endpoint/store/sqliteDatabase.ts";
import { saveEnvelope } from "#endpoint/store/sqliteFeed.ts";
import type { SqliteTables } from "#endpoint/store/sqliteSchema.ts";
import { createSqliteStore } from "#endpoint/store/sqliteStore.ts";
import { put } from "#tests/unit/endpoint/world/calls.ts";
import { enrolPair, type TestDevice } from "#tests/unit/endpoint/world/enrolment.ts";
import type { TestEnvelope } from "#tests/unit/endpoint/world/letters.ts";
import { createSettings, startServer } from "#tests/unit/endpoint/world/servers.ts";

// A process starts within a second, and on a busy machine within several.
vi.setConfig({ testTimeout: 30_000 });

const createArrival = (envelope: TestEnvelope) => {
  const text = JSON.stringify(envelope);
  const at = msToInstant(Date.now());
  return { envelope: v.parse(Envelope, envelope), text, digest: sha256(text), at };
};

/** A transaction of this process that has taken its place in the feed and stays open. */
const holdOpen = async (path: string, envelope: TestEnvelope) => {
  const dialect = createNodeSqliteDialect(new DatabaseSync(path));
  const db = new Kysely<SqliteTables>({ dialect });
  onTestFinished(() => db.destroy());
  const [placed, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const saved = db.transaction().execute(async (tx) => {
    await saveEnvelope(tx, [], createArrival(envelope));
    placed.resolve();
    await ended.promise;
  });
  await placed.promise;
  return { saved, commit: () => ended.resolve(), fail: () => ended.reject(new Error("failed")) };
};

/** A reader on a connection of its own, who never asks for the same position twice. */
const createReader = (path: string, { device }: TestDevice) => {
  const store = createSqliteStore(openDatabase(path), []);
  onTestFinished(() => store.close());
  const desk = v.parse(DeskId, "JM/policy");
  const read: [number, string][] = [];
  return async () => {
    const after = read.at(-1)?.[0] ?? 0;
    const at = msToInstant(Date.now());
    const page = await store.readFeed({ desk, device, after, limit: 10, maxBytes: 1e6, at });
    for (const row of page.rows) {
      if (row.type === "envelope") read.push([row.position, row.held.id]);
    }
    return [...read];
  };
};

const start = async () => {
  const settings = createSettings();
  const server = await startServer(settings);
  const { sender, recipient, write } = await enrolPair(server);
  const path = join(settings.dataPath, "enlace.sqlite");
  const read = createReader(path, recipient);
  const [first, second] = [write(), write()];
  const open = await holdOpen(path, first);
  // Another process begins its own, and waits for the desk.
  const answer = put(server, sender, second);
  return { read, first, second, open, answer };
};

test("[S8] two open transactions on one desk's feed lose nothing to a reader between them", async () => {
  const { read, first, second, open, answer } = await start();
  expect(await read()).toEqual([]);
  open.commit();
  await open.saved;
  expect((await read()).slice(0, 1)).toEqual([[1, first.id]]);
  expect((await answer).status).toBe(201);
  expect(await read()).toEqual([
    [1, first.id],
    [2, second.id],
  ]);
});

test("[S8] a transaction that fails leaves no gap for the one that waited", async () => {
  const { read, second, open, answer } = await start();
  expect(await read()).toEqual([]);
  open.fail();
  await expect(open.saved).rejects.toThrow("failed");
  expect((await answer).status).toBe(201);
  expect(await read()).toEqual([[1, second.id]]);
});
