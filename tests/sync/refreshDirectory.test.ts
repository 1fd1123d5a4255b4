import { expect, test } from "vitest";
import { findEdition } from "#storage/editions.ts";
import { refreshDirectory } from "#sync/refreshDirectory.ts";
import { createTestEdition } from "../endpoint/createTestEdition.ts";
import { createTestDevice } from "./createTestDevice.ts";
import { answer, portal, type Reaction, refuse, startAnswering } from "./startAnswering.ts";

const directory =
  (number: number, demonstration = false): Reaction =>
  (_heard, response) =>
    answer(response, 200, createTestEdition({ number, demonstration }), { ETag: `"${number}"` });

test("a newer edition is taken; the next look names what is held", async () => {
  const endpoint = await startAnswering(directory(7), (_heard, response) => {
    response.writeHead(304);
    response.end();
  });
  const device = createTestDevice(endpoint.url);
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "taken" });
  expect(await findEdition(device.database)).toMatchObject({ etag: '"7"', source: "endpoint" });
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "current" });
});

test.each<[string, Reaction, string]>([
  ["an older edition", directory(6), "editionOlder"],
  ["a demonstration", directory(9, true), "editionDemonstration"],
  ["a portal's page", portal(200), "notOurEndpoint"],
  ["a refusal", refuse(401, { type: "unauthenticated" }), "refused"],
])("%s leaves the held edition as it is", async (_what, reaction, type) => {
  const endpoint = await startAnswering(directory(7));
  const device = createTestDevice(endpoint.url);
  await refreshDirectory(device);
  const held = await findEdition(device.database);
  endpoint.react(reaction);
  expect(await refreshDirectory(device)).toMatchObject({ ok: false, error: { type } });
  expect(await findEdition(device.database)).toEqual(held);
});

test("a real edition takes the place of the demonstration", async () => {
  const endpoint = await startAnswering(directory(9, true), directory(1));
  const device = createTestDevice(endpoint.url);
  await refreshDirectory(device);
  expect(await refreshDirectory(device)).toEqual({ ok: true, value: "taken" });
  expect((await findEdition(device.database))?.edition).toMatchObject({
    number: 1,
    demonstration: false,
  });
});
