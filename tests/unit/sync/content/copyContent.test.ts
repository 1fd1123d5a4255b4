import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listContentPacks } from "#storage/content/contentPacks.ts";
import { findEdition } from "#storage/content/editions.ts";
import { copyContent } from "#sync/content/copyContent.ts";
import { takeShippedDirectory } from "#sync/content/refreshDirectory.ts";
import { refreshConfig } from "#sync/endpoint/loadConfig.ts";
import { projectFolder } from "#tests/house/listFiles.ts";
import {
  hangUp,
  portal,
  type Reaction,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { createSyncDevice } from "#tests/world/syncDevice.ts";

/** The real packs, as a plain file server serves them. */
const serve: Reaction = async ({ path }, response) => {
  const bytes = await readFile(join(projectFolder, "public", path));
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(bytes);
};

/** The same, but one file comes as `instead`. */
const serveBut =
  (name: string, instead: Reaction): Reaction =>
  (heard, response) =>
    heard.path.endsWith(name) ? instead(heard, response) : serve(heard, response);

test("all four packs are copied at once, and a second look fetches the list only", async () => {
  const server = await startAnswering(serve);
  const device = createSyncDevice(server.url);
  expect(await copyContent(device.database, `${server.url}/`)).toEqual({
    ok: true,
    value: "copied",
  });
  const packs = await listContentPacks(device.database);
  expect(packs.map((pack) => pack.language)).toEqual(["en", "es", "fr", "pt"]);
  const asked = server.heard.length;
  expect(await copyContent(device.database, `${server.url}/`)).toEqual({
    ok: true,
    value: "current",
  });
  expect(server.heard).toHaveLength(asked + 1);
});

test.each<[string, Reaction, string]>([
  ["cut off", hangUp, "notReached"],
  ["a portal's page", portal(200), "contentDamaged"],
])("a pack that comes %s keeps all four from being taken", async (_what, instead, type) => {
  const server = await startAnswering(serveBut("/fr.json", instead));
  const device = createSyncDevice(server.url);
  const copied = await copyContent(device.database, `${server.url}/`);
  expect(copied).toMatchObject({ ok: false, error: { type } });
  expect(await listContentPacks(device.database)).toEqual([]);
  server.react(serve);
  expect((await copyContent(device.database, `${server.url}/`)).ok).toBe(true);
});

test("the shipped directory is taken once, and left as it is by the next start", async () => {
  const server = await startAnswering(serve);
  const config = await refreshConfig(createSyncDevice(server.url).database, `${server.url}/`);
  const device = { ...createSyncDevice(server.url), demonstration: config?.demonstration ?? null };
  expect(await takeShippedDirectory(device, `${server.url}/`)).toEqual({
    ok: true,
    value: "taken",
  });
  const held = await findEdition(device.database);
  expect(held).toMatchObject({ source: "shipped", edition: { demonstration: true } });
  device.moveClock(1000);
  expect((await takeShippedDirectory(device, `${server.url}/`)).ok).toBe(true);
  expect(await findEdition(device.database)).toEqual(held);
});
