import * as v from "valibot";
import { expect, test } from "vitest";
import { listDeskDevices, listRecipients } from "#domain/trust/deskDevices.ts";
import type { Grant, RegistryEntry } from "#domain/trust/registry.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { RegistryAnswer } from "#protocol/registry.ts";
import { verifyRegistryRow } from "#signing/verifyRegistryRow.ts";
import { bearer } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, revoke, type TestDevice } from "#tests/unit/endpoint/world/enrolment.ts";
import { createTestEndpoint, type TestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const ask = async (endpoint: TestEndpoint, device: TestDevice, query = ""): Promise<Response> =>
  endpoint.request(`/v1/registry${query}`, { headers: bearer(device) });

const read = async (endpoint: TestEndpoint, device: TestDevice, query?: string) =>
  v.parse(RegistryAnswer, await (await ask(endpoint, device, query)).json());

test("a device verifies by itself, row by row, whom it can write to", async () => {
  const endpoint = await createTestEndpoint();
  const chile = await enrol(endpoint, "CL/policy");
  const jamaica = [await enrol(endpoint, "JM/policy"), await enrol(endpoint, "JM/policy")] as const;
  await enrol(endpoint, "JM/policy", "reader");
  await revoke(endpoint, jamaica[0]);
  const page = await read(endpoint, chile);
  expect(page).toMatchObject({ epoch: endpoint.store.epoch, next: 9, more: false });

  const entries: RegistryEntry[] = [];
  const findGrant = (key: string): Grant | undefined =>
    entries
      .flatMap((entry) => (entry.type === "grant" ? [entry.grant] : []))
      .find(({ invitationKey }) => invitationKey === key);
  for (const { file } of page.rows) {
    const entry = await verifyRegistryRow(file, endpoint.publishers, findGrant);
    expect(entry).toMatchObject({ ok: true });
    if (entry.ok) entries.push(entry.value);
  }
  const recipients = listRecipients(listDeskDevices(entries), jamaica[0].grant.desk);
  expect(recipients.map(({ keys }) => keys)).toEqual([jamaica[1].keys]);
});

test("pages follow each other by their next position, cut by number or size", async () => {
  const limits = { ...defaultLimits, pageMaxBytes: 2_000 };
  const endpoint = await createTestEndpoint({ limits });
  const devices = [await enrol(endpoint, "CL/policy"), await enrol(endpoint, "JM/policy")] as const;
  const pages = [];
  let after = 0;
  for (let count = 0; count < 3; count += 1) {
    const { rows, next, more } = await read(endpoint, devices[0], `?after=${after}&limit=3`);
    pages.push([rows.map(({ position }) => position), next, more]);
    after = next;
  }
  // A grant has some 300 bytes, a device's keys 2,200.
  expect(pages).toEqual([
    [[1], 1, true],
    [[2], 2, true],
    [[3], 3, true],
  ]);
  expect(await read(endpoint, devices[1], "?after=3&limit=1")).toMatchObject({
    next: 4,
    more: false,
  });
  expect(await read(endpoint, devices[1], "?after=9")).toMatchObject({ rows: [], next: 9 });
});

test("a query that is wrong is refused by name", async () => {
  const endpoint = await createTestEndpoint();
  const device = await enrol(endpoint, "CL/policy");
  for (const [query, issue] of [
    ["?limit=0", "limit: regex"],
    ["?after=-1", "after: regex"],
  ] as const) {
    const answer = await ask(endpoint, device, query);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { type: "malformed", issues: [issue] },
    ]);
  }
});
