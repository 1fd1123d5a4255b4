import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findEdition } from "#storage/content/editions.ts";
import { createSync } from "#sync/createSync.ts";
import { answer, hangUp, hold, type Reaction } from "#tests/unit/sync/answering/startAnswering.ts";
import { startTestEndpoint } from "#tests/unit/sync/answering/startTestEndpoint.ts";
import { signedKeys } from "#tests/world/signed.ts";
import { createSyncDevice, ownGrant, type SyncDevice } from "#tests/world/syncDevice.ts";

beforeEach(() => {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

/** An empty feed, and an endpoint that holds what it is sent. */
const serve: Reaction = (heard, response) => {
  if (heard.method === "PUT") return hold(heard, response);
  if (heard.path === "/v1/health") {
    return answer(response, 200, { protocol: 1, epoch, push: null, mail: false });
  }
  return answer(response, 200, { epoch, desk: "UY/policy", rows: [], next: 0, more: false });
};
const epoch = "5d1f4c4e-6a1c-4c39-9c57-2a3fb1f0a1d2";

const run = (device: SyncDevice, endpointUrl: string | null, lasting = true) => {
  const failures: unknown[] = [];
  const running = createSync({
    ...device,
    endpointUrl,
    lasting,
    onFailure: (cause) => failures.push(cause),
    askBackgroundSync: () => Promise.resolve(),
  });
  return { ...running, failures };
};

test("a device without a desk asks for the directory, and for nothing else", async () => {
  const endpoint = await startTestEndpoint(hangUp);
  const device = createSyncDevice(endpoint.url);
  const { sync, stop, failures } = run(device, endpoint.url);
  expect(await sync.refresh()).toEqual({ isRegistryFresh: false });
  expect((await findEdition(device.database))?.edition.number).toBe(7);
  expect(endpoint.looks.map(({ path }) => path)).toEqual(["/v1/directory"]);
  expect(endpoint.heard).toEqual([]);
  stop();
  expect(failures).toEqual([]);
});

test("a device with a desk asks for its feed first, and then who stands in the registry", async () => {
  const endpoint = await startTestEndpoint(serve);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { sync, stop } = run(device, endpoint.url);
  expect(await sync.refresh()).toEqual({ isRegistryFresh: true });
  expect(endpoint.heard[0]?.path).toContain("desk=UY%2Fpolicy");
  expect(endpoint.looks.some(({ path }) => path.startsWith("/v1/registry"))).toBe(true);
  stop();
});

test("[S9] what was queued goes soon, and at the start of a page", async () => {
  const endpoint = await startTestEndpoint(serve);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { envelopeId } = await device.queue();
  const { sync, stop } = run(device, endpoint.url);
  sync.pushSoon();
  await vi.waitFor(async () => expect((await device.sent(envelopeId))?.receipt).not.toBeNull());
  stop();
  const next = await device.queue();
  const again = run(device, endpoint.url);
  again.start();
  await vi.waitFor(async () =>
    expect((await device.sent(next.envelopeId))?.receipt).not.toBeNull(),
  );
  again.stop();
});

test("[S4] what waits for its time goes at the person's word", async () => {
  const endpoint = await startTestEndpoint(hangUp, serve);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  await device.queue();
  await device.push();
  const { sync, stop } = run(device, endpoint.url);
  await sync.tryNow();
  expect(await device.outbox()).toEqual([]);
  stop();
});

test("without an endpoint, or lasting storage, no device is let in", async () => {
  const endpoint = await startTestEndpoint(serve);
  const device = createSyncDevice(endpoint.url);
  const request = { keys: signedKeys(ownGrant), tokenHash: "0".repeat(64) as never };
  expect(await run(device, null).sync.enrol(request)).toEqual({
    ok: false,
    error: { type: "noEndpoint" },
  });
  expect(await run(device, endpoint.url, false).sync.enrol(request)).toEqual({
    ok: false,
    error: { type: "queueNeedsStorage" },
  });
  expect(endpoint.heard).toEqual([]);
});

test("what nobody expected is told once, and the page goes on", async () => {
  const endpoint = await startTestEndpoint(serve);
  const device = createSyncDevice(endpoint.url);
  await device.enrol();
  const { sync, stop, failures } = run(device, endpoint.url);
  device.database.positions.hook("creating", () => {
    throw new DOMException("the disk is full", "QuotaExceededError");
  });
  expect(await sync.refresh()).toEqual({ isRegistryFresh: false });
  expect(failures).toHaveLength(1);
  stop();
});
