import { expect, test } from "vitest";
import { countHidden } from "#domain/directory/readableDirectory.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { readOpenDirectory } from "#sealing/records/useDirectory.ts";
import { createPrivatePartSealer } from "#sealing/vault/createPrivatePartSealer.ts";
import { signText } from "#signing/signText.ts";
import {
  directoryQuery,
  findEdition,
  findPrivatePart,
  isPrivatePartMissing,
} from "#storage/content/editions.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { erasePrivateData } from "#storage/device/erasePrivateData.ts";
import { saveKeptAgain } from "#storage/privates/keptInMemory.ts";
import { refreshDirectory, takeEditionFile } from "#sync/content/refreshDirectory.ts";
import { createEndpointClient } from "#sync/endpoint/endpointClient.ts";
import {
  answer,
  type Reaction,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { buildContact, buildEdition } from "#tests/world/contact.ts";
import { createTestVault, passphrase } from "#tests/world/device.ts";
import { startedAtMs } from "#tests/world/moments.ts";
import { publisher, publisherSeed } from "#tests/world/signed.ts";

const mobile = "+56911112222";
const office = "+56000000010";

const createEdition = (number: number, person = "Ana Rojas", demonstration = false) =>
  buildEdition(
    {
      CL: {
        policy: [buildContact({ id: "CL-2", person, phones: [mobile] }), buildContact()],
      },
    },
    { number, demonstration },
  );

const sign = (edition: object, seed = publisherSeed): SignedFile =>
  signText(seed, "edition", JSON.stringify(edition));

/** Serves an edition as the endpoint does: 304 to whoever names the tag of what it holds. */
const serve =
  (file: SignedFile, asked: string[]): Reaction =>
  (_heard, response) => {
    const tag = response.req.headers["if-none-match"];
    asked.push(tag ?? "whole");
    if (tag === `"${file.signature}"`) {
      response.writeHead(304);
      response.end();
      return;
    }
    answer(response, 200, file, { ETag: `"${file.signature}"` });
  };

/** Everything that lies on the device, table by table, as text. */
const readTables = async (database: EnlaceDatabase): Promise<string> => {
  const rows = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(rows, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  );
};

const start = async () => {
  const tab = createTestVault();
  const { database, vault } = tab;
  const asked: string[] = [];
  const endpoint = await startAnswering(serve(sign(createEdition(7)), asked));
  const deps = {
    database,
    client: createEndpointClient(endpoint.url),
    publishers: [publisher],
    clock: () => startedAtMs,
    privatePartSealer: createPrivatePartSealer(vault),
  };
  return {
    ...tab,
    deps,
    asked,
    publish: (file: SignedFile) => endpoint.react(serve(file, asked)),
    look: () => refreshDirectory(deps),
    bring: (file: SignedFile) => takeEditionFile(deps, JSON.stringify(file)),
    read: () => readOpenDirectory(database, vault),
  };
};

test("unlocked, a private contact lies under the data key and in no plain table", async () => {
  const { database, vault, look, read, asked } = await start();
  await vault.setUp(passphrase);
  expect(await look()).toEqual({ ok: true, value: "taken" });
  const lying = await readTables(database);
  expect(lying).toContain(office);
  expect(lying).not.toContain(mobile);
  expect(lying).not.toContain("Ana Rojas");
  expect(await read()).toEqual({ edition: createEdition(7), privateReading: { type: "whole" } });
  expect(await look()).toEqual({ ok: true, value: "current" });
  expect(asked).toEqual(["whole", expect.stringContaining(`"`)]);
});

test("locked, the open part is kept; the next look while unlocked brings the whole again", async () => {
  const { database, vault, look, read, asked } = await start();
  await vault.setUp(passphrase);
  await vault.lock();
  expect(await look()).toEqual({ ok: true, value: "taken" });
  expect(await readTables(database)).not.toContain(mobile);
  expect(await findPrivatePart(database)).toBeUndefined();
  expect(await directoryQuery.read(database)).toMatchObject({
    privateReading: { type: "unfetched" },
  });
  // While it stays locked nothing is fetched in vain.
  expect(await look()).toEqual({ ok: true, value: "current" });
  await vault.unlock(passphrase);
  expect(await isPrivatePartMissing(database)).toBe(true);
  expect((await read())?.privateReading.type).toBe("missing");
  expect(await look()).toEqual({ ok: true, value: "taken" });
  expect(await isPrivatePartMissing(database)).toBe(false);
  expect((await read())?.edition).toEqual(createEdition(7));
  expect(asked).toEqual(["whole", expect.stringContaining(`"`), "whole"]);
});

test("the older private part stays until then, and is shown as that", async () => {
  const { database, vault, look, read, publish } = await start();
  await vault.setUp(passphrase);
  await look();
  const older = await findPrivatePart(database);
  await vault.lock();
  publish(sign(createEdition(8, "Inés Soto")));
  expect(await look()).toEqual({ ok: true, value: "taken" });
  expect(await findPrivatePart(database)).toEqual(older);
  await vault.unlock(passphrase);
  const shown = await read();
  expect(shown?.privateReading).toEqual({ type: "older", number: 7 });
  expect(shown?.edition.number).toBe(8);
  expect(shown?.edition.states[0]?.desks[0]?.contacts[0]?.person).toBe("Ana Rojas");
  await look();
  expect(await read()).toEqual({
    edition: createEdition(8, "Inés Soto"),
    privateReading: { type: "whole" },
  });
});

test("who has no vault, as the worker, keeps the open part and disturbs no sealed one", async () => {
  const { database, vault, deps, look, publish } = await start();
  await vault.setUp(passphrase);
  await look();
  const sealed = await findPrivatePart(database);
  const { client, publishers, clock } = deps;
  const worker = { database, client, publishers, clock, privatePartSealer: null };
  expect(await refreshDirectory(worker)).toEqual({ ok: true, value: "current" });
  expect(await isPrivatePartMissing(database)).toBe(false);
  publish(sign(createEdition(8)));
  await refreshDirectory(worker);
  expect(await findPrivatePart(database)).toEqual(sealed);
  expect(await isPrivatePartMissing(database)).toBe(true);
});

test("where the browser cleared the storage, no private part comes back without its edition", async () => {
  const { database, vault, look } = await start();
  await vault.setUp(passphrase);
  await look();
  for (const table of database.tables) await table.clear();
  expect(await saveKeptAgain(database)).toBe(0);
  expect(await database.privates.count()).toBe(0);
});

test("a refused edition leaves both parts as they are", async () => {
  const { database, vault, look, bring } = await start();
  await vault.setUp(passphrase);
  await look();
  const before = await readTables(database);
  expect(await bring(sign(createEdition(6)))).toMatchObject({ error: { type: "editionOlder" } });
  expect(await readTables(database)).toBe(before);
});

test("a file before any passphrase leaves its private part out, says so, and may be chosen again", async () => {
  const { database, vault, bring, read } = await start();
  const file = sign(createEdition(7));
  expect(await bring(file)).toEqual({ ok: true, value: "taken" });
  expect(await readTables(database)).not.toContain(mobile);
  expect(await database.privates.count()).toBe(0);
  expect(await bring(file)).toEqual({ ok: true, value: "current" });
  expect(await isPrivatePartMissing(database)).toBe(true);
  await vault.setUp(passphrase);
  expect(await bring(file)).toEqual({ ok: true, value: "taken" });
  expect((await read())?.privateReading).toEqual({ type: "whole" });
  expect(await readTables(database)).not.toContain(mobile);
});

test("an edition without private contacts has no private row, and takes the older one with it", async () => {
  const { database, vault, look, publish } = await start();
  await vault.setUp(passphrase);
  await look();
  await vault.lock();
  publish(sign(buildEdition({ CL: { policy: [buildContact()] } }, { number: 8 })));
  await look();
  expect(await database.privates.count()).toBe(0);
  expect(await directoryQuery.read(database)).toMatchObject({ privateReading: { type: "none" } });
});

test("a demonstration's private part is never shown in a real edition", async () => {
  const { database, vault, bring } = await start();
  await vault.setUp(passphrase);
  await bring(sign(createEdition(9, "Nobody", true)));
  await vault.lock();
  await bring(sign(createEdition(1)));
  expect(await findPrivatePart(database)).toBeUndefined();
  expect(await isPrivatePartMissing(database)).toBe(true);
});

test("before a border the private part goes; the open lines stay and say what is missing", async () => {
  const { database, vault, look, asked } = await start();
  await vault.setUp(passphrase);
  await look();
  await erasePrivateData(database);
  expect(await findPrivatePart(database)).toBeUndefined();
  expect((await findEdition(database))?.edition.number).toBe(7);
  const locked = await directoryQuery.read(database);
  expect(locked && countHidden(locked.privateReading)).toBe(1);
  expect(locked?.privateReading.type).toBe("unfetched");
  // Enrolled anew: the tag of what is held must not keep it away.
  await vault.lock();
  await vault.setUp(passphrase);
  expect(await look()).toEqual({ ok: true, value: "taken" });
  expect(await isPrivatePartMissing(database)).toBe(false);
  expect(asked.at(-1)).toBe("whole");
});
