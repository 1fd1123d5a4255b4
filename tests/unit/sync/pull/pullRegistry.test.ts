import { expect, test } from "vitest";
import { listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import { findDeskSheet } from "#domain/trust/deskSheet.ts";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { findRegistryPosition, listLostSheets, listRegistry } from "#storage/desk/registry.ts";
import { pullRegistry } from "#sync/pull/pullRegistry.ts";
import { hold } from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { chile } from "#tests/world/desks.ts";
import {
  publisher,
  publisherSeed,
  sampleGrant,
  sampleRevocation,
  sampleSeed,
  sampleSheet,
  signedGrant,
  signedKeys,
  signedSheet,
} from "#tests/world/signed.ts";
import {
  chileGrant,
  createSyncDevice,
  deviceOf,
  type SyncDevice,
  secondChileGrant,
} from "#tests/world/syncDevice.ts";

const start = async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  return { endpoint, device };
};

const listChile = async ({ database }: SyncDevice) =>
  listRecipients(listDeskDevices(await listRegistry(database)), chile).map(
    ({ keys }) => keys.device,
  );

const revoke = (grant: number): SignedFile =>
  signText(
    publisherSeed,
    "revocation",
    JSON.stringify(sampleRevocation(sampleGrant(grant, chile))),
  );

test("[S7] all lines are verified and kept, and the next look begins behind them", async () => {
  const { endpoint, device } = await start();
  expect(await pullRegistry(device)).toEqual({ ok: true, value: { taken: 4, skipped: 0 } });
  expect(await listChile(device)).toEqual([deviceOf(chileGrant)]);
  expect(await pullRegistry(device)).toEqual({ ok: true, value: { taken: 0, skipped: 0 } });
  expect(endpoint.looks.at(-1)?.path).toContain("after=4");
});

test.each<[string, () => SignedFile[]]>([
  [
    "a grant that another key has signed",
    () => [
      signText(sampleSeed(99), "grant", JSON.stringify(sampleGrant(secondChileGrant, chile))),
      signedKeys(secondChileGrant),
    ],
  ],
  [
    "a grant whose desk was changed afterwards",
    () => {
      const file = signedGrant(sampleGrant(secondChileGrant, { ...chile, desk: "technical" }));
      const content = file.content.replace("technical", "policy");
      return [{ ...file, content }, signedKeys(secondChileGrant)];
    },
  ],
  ["device keys without a grant", () => [signedKeys(secondChileGrant)]],
  [
    "device keys that their invitation has not signed",
    () => {
      const forged = signText(sampleSeed(99), "enrolment", signedKeys(secondChileGrant).content);
      return [signedGrant(sampleGrant(secondChileGrant, chile)), forged];
    },
  ],
])("%s makes nobody a reader, and what follows is taken", async (_what, lines) => {
  const { endpoint, device } = await start();
  endpoint.served.registry.push(...lines(), revoke(30));
  const pulled = await pullRegistry(device);
  expect(pulled).toMatchObject({ ok: true });
  expect(pulled.ok && pulled.value.skipped).toBeGreaterThan(0);
  expect(await listChile(device)).toEqual([deviceOf(chileGrant)]);
  expect((await listRegistry(device.database)).at(-1)?.type).toBe("revocation");
});

test("[S12] a new epoch replaces devices, and forgets no revocation", async () => {
  const { endpoint, device } = await start();
  endpoint.served.registry.push(
    signedGrant(sampleGrant(secondChileGrant, chile)),
    signedKeys(secondChileGrant),
    revoke(chileGrant),
  );
  await pullRegistry(device);
  expect(await listChile(device)).toEqual([deviceOf(secondChileGrant)]);
  endpoint.served.epoch = "5d1f4c4e-6a1c-4c39-9c57-2a3fb1f0a1d2";
  endpoint.served.registry.splice(4);
  await pullRegistry(device);
  expect(await listChile(device)).toEqual([]);
  expect((await findRegistryPosition(device.database))?.next).toBe(4);
});

test("[S7] what a device says of its desk's recovery sheet is kept, and what nobody signed is not", async () => {
  const { endpoint, device } = await start();
  const sheet = sampleSheet(1, chileGrant, chile);
  const signed = signedSheet(sheet, chileGrant);
  const changed = { ...signed, content: signed.content.replace("CL", "PE") };
  endpoint.served.registry.push(changed, signed);
  expect(await pullRegistry(device)).toEqual({ ok: true, value: { taken: 5, skipped: 1 } });
  const entries = await listRegistry(device.database);
  expect(findDeskSheet(entries, listDeskDevices(entries), chile)).toMatchObject({
    type: "made",
    sheet,
  });
});

test("[S12] a new epoch that does not know of a withdrawal brings no recovery sheet back", async () => {
  const { endpoint, device } = await start();
  const sheet = sampleSheet(1, chileGrant, chile);
  const none = sampleSheet(2, chileGrant, chile, { sealingKey: null, replaces: [sheet.id] });
  const findSheet = async () => {
    const entries = await listRegistry(device.database);
    return findDeskSheet(entries, listDeskDevices(entries), chile).type;
  };
  endpoint.served.registry.push(signedSheet(sheet, chileGrant), signedSheet(none, chileGrant));
  await pullRegistry(device);
  expect(await findSheet()).toBe("withdrawn");
  endpoint.served.epoch = "5d1f4c4e-6a1c-4c39-9c57-2a3fb1f0a1d2";
  endpoint.served.registry.pop();
  await pullRegistry(device);
  expect(await findSheet()).toBe("withdrawn");
  expect(await listLostSheets(device.database)).toMatchObject([{ sheet: none }]);
});

test("when other publishers are trusted, what was left out is looked at again", async () => {
  const { endpoint, device } = await start();
  const nextSeed = sampleSeed(2);
  const grant = JSON.stringify(sampleGrant(secondChileGrant, chile));
  endpoint.served.registry.push(signText(nextSeed, "grant", grant), signedKeys(secondChileGrant));
  await pullRegistry(device);
  expect(await listChile(device)).toEqual([deviceOf(chileGrant)]);
  const both: PublicKey[] = [publisher, seedToPublicKey(nextSeed)];
  await pullRegistry({ ...device, publishers: both });
  expect(await listChile(device)).toEqual([deviceOf(chileGrant), deviceOf(secondChileGrant)]);
  await pullRegistry({ ...device, publishers: [seedToPublicKey(nextSeed)] });
  expect(await listChile(device)).toEqual([deviceOf(secondChileGrant)]);
});

test("[S7] lines that can't be saved leave the position where it was", async () => {
  const { device } = await start();
  device.database.registry.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  await expect(pullRegistry(device)).rejects.toThrow();
  expect(await findRegistryPosition(device.database)).toBeUndefined();
});

test("a device without a desk asks for no registry", async () => {
  const endpoint = await startTestEndpoint(hold);
  const device = createSyncDevice(endpoint.url);
  expect(await pullRegistry(device)).toEqual({ ok: false, error: { type: "deskNotEnrolled" } });
  expect(endpoint.looks).toEqual([]);
});
