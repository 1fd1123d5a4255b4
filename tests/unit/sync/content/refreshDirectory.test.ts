import { expect, test } from "vitest";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { seedToPublicKey } from "#signing/signText.ts";
import { findEdition } from "#storage/content/editions.ts";
import { refreshDirectory, takeEditionFile } from "#sync/content/refreshDirectory.ts";
import {
  answer,
  portal,
  type Reaction,
  refuse,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { signEdition } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { publisher, sampleSeed } from "#tests/world/signed.ts";
import { createSyncDevice } from "#tests/world/syncDevice.ts";

const strangerSeed = sampleSeed(99);

const serve =
  (file: SignedFile, etag = file.signature): Reaction =>
  (_heard, response) =>
    answer(response, 200, file, { ETag: `"${etag}"` });

const directory = (number: number, demonstration = false): Reaction =>
  serve(signEdition({ number, demonstration }), `${number}`);

const changed = (): SignedFile => {
  const { content, ...rest } = signEdition({ number: 8, demonstration: false });
  return { ...rest, content: content.replace("member", "withdrawn") };
};

test("a newer edition is taken; the next look names what is held", async () => {
  const endpoint = await startAnswering(directory(7), (_heard, response) => {
    response.writeHead(304);
    response.end();
  });
  const device = createSyncDevice(endpoint.url);
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "taken" });
  expect(await findEdition(device.database)).toMatchObject({
    etag: '"7"',
    source: "endpoint",
    publisher,
  });
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "current" });
});

test.each<[string, Reaction, string]>([
  ["an older edition", directory(6), "editionOlder"],
  ["a demonstration", directory(9, true), "editionDemonstration"],
  [
    "one that another key has signed",
    serve(signEdition({ number: 8 }, strangerSeed)),
    "publisherUnknown",
  ],
  ["one that was changed on its way", serve(changed()), "signatureBroken"],
  ["a portal's page", portal(200), "notOurEndpoint"],
  ["a refusal", refuse(401, { type: "unauthenticated" }), "refused"],
])("%s leaves the held edition as it is", async (_what, reaction, type) => {
  const endpoint = await startAnswering(directory(7));
  const device = createSyncDevice(endpoint.url);
  await refreshDirectory(device);
  const held = await findEdition(device.database);
  endpoint.react(reaction);
  expect(await refreshDirectory(device)).toMatchObject({ ok: false, error: { type } });
  expect(await findEdition(device.database)).toEqual(held);
});

test("a real edition takes the place of the demonstration", async () => {
  const endpoint = await startAnswering(directory(9, true), directory(1));
  const device = createSyncDevice(endpoint.url);
  await refreshDirectory(device);
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "taken" });
  expect((await findEdition(device.database))?.edition).toMatchObject({
    number: 1,
    demonstration: false,
  });
});

test("an edition may be brought in as a file, by whomever, and is held to the same", async () => {
  const device = createSyncDevice("http://127.0.0.1:9");
  const bring = (file: SignedFile) => takeEditionFile(device, JSON.stringify(file, null, 2));
  expect(await bring(signEdition({ number: 8 }))).toEqual({ ok: true, value: "taken" });
  const held = await findEdition(device.database);
  expect(held).toMatchObject({ source: "file", edition: { number: 8 } });
  expect(await bring(signEdition({ number: 8 }))).toEqual({ ok: true, value: "current" });
  expect(await bring(signEdition({ number: 7 }))).toMatchObject({
    error: { type: "editionOlder" },
  });
  expect(await bring(signEdition({ number: 9 }, strangerSeed))).toMatchObject({
    error: { type: "publisherUnknown" },
  });
  expect(await takeEditionFile(device, "a letter")).toMatchObject({
    error: { type: "signedMalformed" },
  });
  expect(await findEdition(device.database)).toEqual(held);
});

test("an edition of a key that is trusted no more gives way, whatever its number", async () => {
  const device = createSyncDevice("http://127.0.0.1:9");
  await takeEditionFile(device, JSON.stringify(signEdition({ number: 999_999 })));
  const publishers: PublicKey[] = [seedToPublicKey(strangerSeed)];
  const next = JSON.stringify(signEdition({ number: 8 }, strangerSeed));
  expect(await takeEditionFile({ ...device, publishers }, next)).toEqual({
    ok: true,
    value: "taken",
  });
});

test("a key that vouches for demonstrations vouches for nothing else", async () => {
  const device = {
    ...createSyncDevice("http://127.0.0.1:9"),
    demonstration: seedToPublicKey(strangerSeed),
  };
  const bring = (number: number, demonstration: boolean) =>
    takeEditionFile(device, JSON.stringify(signEdition({ number, demonstration }, strangerSeed)));
  expect(await bring(1, true)).toEqual({ ok: true, value: "taken" });
  expect(await bring(2, false)).toMatchObject({ error: { type: "publisherUnknown" } });
  expect((await findEdition(device.database))?.edition.number).toBe(1);
});
