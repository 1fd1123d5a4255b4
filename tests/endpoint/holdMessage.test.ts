import * as v from "valibot";
import { expect, test } from "vitest";
import { digestToReceiptNumber, Receipt } from "#domain/receipt.ts";
import { defaultLimits } from "#endpoint/limits.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createTestEdition } from "./createTestEdition.ts";
import {
  countRows,
  createEnvelope,
  createTestEndpoint,
  enrol,
  put,
  type TestEndpoint,
} from "./createTestEndpoint.ts";

const expectNothingHeld = async (endpoint: TestEndpoint): Promise<void> => {
  expect(await countRows(endpoint, "CL/policy")).toBe(0);
  expect(await countRows(endpoint, "JM/policy")).toBe(0);
};

test("the first time is answered with 201 and a receipt over the very bytes", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const text = JSON.stringify(envelope, null, 2);
  const answer = await put(endpoint, token, envelope, text);
  const digest = sha256(text);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("Content-Type")).toBe(protocolMediaType);
  expect(v.parse(Receipt, await answer.json())).toEqual({
    id: envelope.id,
    digest,
    heldAt: "2026-11-22T04:00:00.000Z",
    number: digestToReceiptNumber(digest),
    epoch: endpoint.store.epoch,
  });
});

test("[S2] the same bytes again are answered with 200 and the same receipt, and held once", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const first = await put(endpoint, token, envelope);
  endpoint.moveClock(60_000);
  const again = await put(endpoint, token, envelope);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await first.json());
  expect(await countRows(endpoint, "JM/policy")).toBe(1);
});

test("[S2] of two sends of one id at the same moment one is held, and both get its receipt", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const answers = await Promise.all([1, 2, 3].map(() => put(endpoint, token, envelope)));
  expect(answers.map((answer) => `${answer.status}`).toSorted()).toEqual(["200", "200", "201"]);
  const receipts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(receipts).size).toBe(1);
  expect(await countRows(endpoint, "JM/policy")).toBe(1);
});

test("other bytes under a held id are refused with the receipt of what is held", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const receipt = await (await put(endpoint, token, envelope)).json();
  const answer = await put(endpoint, token, { ...envelope, body: "something else" } as never);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ type: "idTaken", receipt });
  expect((await endpoint.store.findEnvelope(envelope.id as never))?.digest).toBe(receipt.digest);
});

test("another desk that uses a held id learns nothing about what is held", async () => {
  const endpoint = createTestEndpoint();
  const envelope = createEnvelope();
  await put(endpoint, await enrol(endpoint, "CL/policy"), envelope);
  const other = { ...envelope, from: { state: "BR", desk: "policy" } };
  const answer = await put(endpoint, await enrol(endpoint, "BR/policy"), other);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ type: "forbidden" });
  expect(await countRows(endpoint, "BR/policy")).toBe(0);
});

test("only a desk's own device sends for it: no stranger, no reader, no other desk", async () => {
  const endpoint = createTestEndpoint();
  const envelope = createEnvelope();
  const reader = await enrol(endpoint, "CL/policy", "reader");
  const sameState = await enrol(endpoint, "CL/foreign-affairs");
  const recipient = await enrol(endpoint, "JM/policy");
  const statuses: Record<string, number> = {};
  const tokens = { nobody: "unknown-token", reader, sameState, recipient };
  for (const [caller, token] of Object.entries(tokens)) {
    statuses[caller] = (await put(endpoint, token, envelope)).status;
  }
  const noHeader = await endpoint.request(`/v1/messages/${envelope.id}`, { method: "PUT" });
  expect(statuses).toEqual({ nobody: 401, reader: 403, sameState: 403, recipient: 403 });
  expect(noHeader.status).toBe(401);
  expect(noHeader.headers.get("WWW-Authenticate")).toBe("Bearer");
  expect(await noHeader.json()).toEqual({ type: "unauthenticated" });
  await expectNothingHeld(endpoint);
});

test("a desk that isn't in the edition can't be written to", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope({ to: { state: "US", desk: "policy" } });
  const answer = await put(endpoint, token, envelope);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toEqual({ type: "recipientUnknown" });
  await expectNothingHeld(endpoint);
});

test("what was held for a desk that has left since is still answered with its receipt", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  await put(endpoint, token, envelope);
  const states = createTestEdition().states.filter(({ state }) => state !== "JM");
  const later = endpoint.withEdition(createTestEdition({ number: 8, states }));
  const request = async (path: string, init?: RequestInit) => later.request(path, init);
  expect((await put({ request }, token, envelope)).status).toBe(200);
  expect((await put({ request }, token, createEnvelope())).status).toBe(422);
});

test("what isn't an envelope is refused by its places and rules, never by its values", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const send = async (text: string) => {
    const answer = await put(endpoint, token, envelope, text);
    return [answer.status, await answer.json()];
  };
  const malformed = (...issues: string[]) => [400, { type: "malformed", issues }];
  expect(await send("canary")).toEqual(malformed("not JSON"));
  expect(await send(JSON.stringify({ ...envelope, kind: "canary" }))).toEqual(
    malformed("kind: picklist"),
  );
  expect(await send(JSON.stringify({ ...envelope, body: 7, extra: "canary" }))).toEqual(
    malformed("body: string", "extra: strict_object"),
  );
  expect(await send(JSON.stringify(createEnvelope()))).toEqual(malformed("id: not the path's"));
  expect(await send(`\uFEFF${JSON.stringify(envelope)}`)).toEqual(malformed("not JSON"));
  await expectNothingHeld(endpoint);
});

test("bytes that aren't UTF-8 are refused, since their digest would not survive", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope({ body: "x" });
  const bytes = Buffer.from(JSON.stringify(envelope));
  bytes[bytes.indexOf(`"x"`) + 1] = 0xff;
  const answer = await endpoint.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, Authorization: `Bearer ${token}` },
    body: bytes,
  });
  expect(await answer.json()).toEqual({ type: "malformed", issues: ["not UTF-8"] });
  await expectNothingHeld(endpoint);
});

test("a body of 64 KiB is held, one byte more is too large", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const full = createEnvelope({ body: '"'.repeat(65_536) });
  const over = createEnvelope({ body: `${"x".repeat(65_535)}ñ` });
  expect((await put(endpoint, token, full)).status).toBe(201);
  const answer = await put(endpoint, token, over);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ type: "tooLarge", maxBytes: 65_536 });
  expect(await countRows(endpoint, "JM/policy")).toBe(1);
});

test("a request beyond all bounds is refused while it arrives", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const maxBytes = defaultLimits.messageMaxBytes;
  const tooLong = "x".repeat(maxBytes + 1);
  const answer = await put(endpoint, token, createEnvelope(), tooLong);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ type: "tooLarge", maxBytes });
  await expectNothingHeld(endpoint);
});

test("a body that doesn't come to its end is a timeout, which is tried again", async () => {
  const endpoint = createTestEndpoint({ limits: { ...defaultLimits, bodyTimeoutMs: 30 } });
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(JSON.stringify(envelope))),
  });
  const answer = await endpoint.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, Authorization: `Bearer ${token}` },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(answer.status).toBe(408);
  expect(await answer.json()).toEqual({ type: "timeout" });
  await expectNothingHeld(endpoint);
});

test("another media type, or a compressed body, is refused", async () => {
  const endpoint = createTestEndpoint();
  const token = await enrol(endpoint, "CL/policy");
  const envelope = createEnvelope();
  const send = (headers: Record<string, string>) =>
    endpoint.request(`/v1/messages/${envelope.id}`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(envelope),
    });
  const refused = [
    await send({ "Content-Type": "application/json" }),
    await send({ "Content-Type": protocolMediaType, "Content-Encoding": "gzip" }),
  ];
  for (const answer of refused) {
    expect(answer.status).toBe(415);
    expect(await answer.json()).toEqual({ type: "unsupportedMediaType" });
  }
  await expectNothingHeld(endpoint);
  const accepted = await send({ "Content-Type": `${protocolMediaType}; charset=utf-8` });
  expect(accepted.status).toBe(201);
});
