import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Sheet } from "#domain/trust/registry.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { RegistryAnswer } from "#protocol/registry.ts";
import { signText } from "#signing/signText.ts";
import { bearer, post, type Target } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, revoke, type TestDevice } from "#tests/unit/endpoint/world/enrolment.ts";
import { createSheet } from "#tests/unit/endpoint/world/letters.ts";
import { createTestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

type Putting = {
  /** Whose token it bears; the maker's if not given. */
  readonly by?: TestDevice;
  readonly change?: Partial<Record<keyof Sheet, unknown>>;
  readonly path?: string;
};

const putSheet = (target: Target, maker: TestDevice, sheet: Sheet, by = maker, id = sheet.id) => {
  const request = post(signText(maker.signingSeed, "sheet", JSON.stringify(sheet)), "PUT");
  const headers = { ...request.headers, ...bearer(by) };
  return target.request(`/v1/sheets/${id}`, { ...request, headers });
};

const start = async (limits = defaultLimits) => {
  const endpoint = await createTestEndpoint({ limits });
  const maker = await enrol(endpoint, "CL/policy");
  const put = ({ by = maker, change = {}, path }: Putting = {}) => {
    const sheet = createSheet({ device: maker.device, ...change });
    return putSheet(endpoint, maker, sheet, by, (path as Sheet["id"]) ?? sheet.id);
  };
  const listPurposes = async (device = maker) => {
    const answer = await endpoint.request("/v1/registry", { headers: bearer(device) });
    return v.parse(RegistryAnswer, await answer.json()).rows.map(({ file }) => file.purpose);
  };
  return { endpoint, maker, put, listPurposes };
};

test("a sheet is taken once, and every desk reads of it in the registry", async () => {
  const { endpoint, maker, listPurposes } = await start();
  const sheet = createSheet({ device: maker.device });
  const first = await putSheet(endpoint, maker, sheet);
  expect([first.status, await first.json()]).toEqual([201, { taken: "now" }]);
  const again = await putSheet(endpoint, maker, sheet);
  expect([again.status, await again.json()]).toEqual([200, { taken: "before" }]);
  const other = await enrol(endpoint, "JM/policy");
  expect(await listPurposes(other)).toEqual(["grant", "enrolment", "sheet", "grant", "enrolment"]);
});

test("any device of the desk may bring it, and none of another", async () => {
  const { endpoint, maker, listPurposes } = await start();
  const colleague = await enrol(endpoint, "CL/policy");
  const stranger = await enrol(endpoint, "JM/policy");
  const sheet = createSheet({ device: maker.device });
  const refused = await putSheet(endpoint, maker, sheet, stranger);
  expect([refused.status, await refused.json()]).toEqual([403, { type: "forbidden" }]);
  expect(await listPurposes()).not.toContain("sheet");
  expect((await putSheet(endpoint, maker, sheet, colleague)).status).toBe(201);
});

test("a sheet for another desk than the caller's is refused", async () => {
  const { put, listPurposes } = await start();
  const answer = await put({ change: { desk: { state: "JM", desk: "policy" } } });
  expect([answer.status, await answer.json()]).toEqual([403, { type: "forbidden" }]);
  expect(await listPurposes()).not.toContain("sheet");
});

test("one that somebody else has signed, or that was changed, is refused", async () => {
  const { endpoint, maker, put, listPurposes } = await start();
  const colleague = await enrol(endpoint, "CL/policy");
  const answer = await put({ change: { device: colleague.device } });
  expect([answer.status, await answer.json()]).toEqual([403, { type: "signatureRefused" }]);
  const sheet = createSheet({ device: maker.device });
  const file = signText(maker.signingSeed, "sheet", JSON.stringify(sheet));
  const changed = { ...file, content: file.content.replace("2026", "2027") };
  const request = post(changed, "PUT");
  const headers = { ...request.headers, ...bearer(maker) };
  const refused = await endpoint.request(`/v1/sheets/${sheet.id}`, { ...request, headers });
  expect([refused.status, await refused.json()]).toEqual([403, { type: "signatureRefused" }]);
  expect(await listPurposes()).not.toContain("sheet");
});

test("what is no sheet, or not the one of its path, is malformed", async () => {
  const { endpoint, maker, put, listPurposes } = await start();
  const elsewhere = await put({ path: randomUUID() });
  expect([elsewhere.status, await elsewhere.json()]).toEqual([
    400,
    { type: "malformed", issues: ["id: not the path's"] },
  ]);
  for (const [purpose, content] of [
    ["letter", createSheet({ device: maker.device })],
    ["sheet", { schema: "sheet/1" }],
    ["sheet", { ...createSheet({ device: maker.device }), sealingKey: "age1short" }],
  ] as const) {
    const request = post(signText(maker.signingSeed, purpose, JSON.stringify(content)), "PUT");
    const headers = { ...request.headers, ...bearer(maker) };
    const answer = await endpoint.request(`/v1/sheets/${randomUUID()}`, { ...request, headers });
    expect([answer.status, (await answer.json()).type]).toEqual([400, "malformed"]);
  }
  expect(await listPurposes()).not.toContain("sheet");
});

test("the widest sheet fits, and a device makes only so many", async () => {
  const { put, listPurposes } = await start({ ...defaultLimits, maxSheets: 2 });
  const replaces = Array.from({ length: 32 }, () => randomUUID());
  expect((await put({ change: { replaces } })).status).toBe(201);
  expect((await put({ change: { sealingKey: null } })).status).toBe(201);
  const answer = await put();
  expect([answer.status, await answer.json()]).toEqual([409, { type: "sheetsFull", maxSheets: 2 }]);
  expect((await listPurposes()).filter((purpose) => purpose === "sheet")).toHaveLength(2);
});

test("a revoked device says nothing more of it", async () => {
  const { endpoint, maker, put } = await start();
  const colleague = await enrol(endpoint, "CL/policy");
  await revoke(endpoint, maker);
  expect((await (await put()).json()).type).toBe("revoked");
  // Nor does a colleague say it in its name.
  expect(await (await put({ by: colleague })).json()).toEqual({ type: "signatureRefused" });
});
