import * as v from "valibot";
import { expect, test } from "vitest";
import { digestToReceiptNumber, Receipt } from "#domain/envelope/receipt.ts";
import { defaultLimits } from "#endpoint/config/limits.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { bearer, carry, put } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, enrolPair } from "#tests/unit/endpoint/world/enrolment.ts";
import { createEnvelope, createSealedBody } from "#tests/unit/endpoint/world/letters.ts";
import { countRows } from "#tests/unit/endpoint/world/readDatabase.ts";
import { createTestEndpoint, type TestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

const expectNothingHeld = (endpoint: TestEndpoint): void => {
  expect(countRows(endpoint, "CL/policy")).toBe(0);
  expect(countRows(endpoint, "JM/policy")).toBe(0);
};

test("the first time is answered with 201 and a receipt over the very bytes", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const text = JSON.stringify(envelope, null, 2);
  const answer = await put(endpoint, device, envelope, text);
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
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const first = await put(endpoint, device, envelope);
  endpoint.moveClock(60_000);
  const again = await put(endpoint, device, envelope);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await first.json());
  expect(countRows(endpoint, "JM/policy")).toBe(1);
});

test("[S2] of two sends of one id at the same moment one is held, and both get its receipt", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const answers = await Promise.all([1, 2, 3].map(() => put(endpoint, device, envelope)));
  expect(answers.map((answer) => `${answer.status}`).toSorted()).toEqual(["200", "200", "201"]);
  const receipts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(receipts).size).toBe(1);
  expect(countRows(endpoint, "JM/policy")).toBe(1);
});

test("other bytes under a held id are refused with the receipt of what is held", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const receipt = await (await put(endpoint, device, envelope)).json();
  const answer = await put(endpoint, device, { ...envelope, body: createSealedBody() } as never);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ type: "idTaken", receipt });
  expect((await endpoint.store.findEnvelope(envelope.id as never))?.digest).toBe(receipt.digest);
});

test("another desk that uses a held id learns nothing about what is held", async () => {
  const endpoint = await createTestEndpoint();
  const { sender, write } = await enrolPair(endpoint);
  const envelope = write();
  await put(endpoint, sender, envelope);
  const other = { ...envelope, from: { state: "BR", desk: "policy" } };
  const answer = await put(endpoint, await enrol(endpoint, "BR/policy"), other);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ type: "forbidden" });
  expect(countRows(endpoint, "BR/policy")).toBe(0);
});

test("a desk that isn't in the edition can't be written to", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write({ to: { state: "US", desk: "policy" } });
  const answer = await put(endpoint, device, envelope);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toEqual({ type: "recipientUnknown" });
  expectNothingHeld(endpoint);
});

test("what was held for a desk that has left since is still answered with its receipt", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  await put(endpoint, device, envelope);
  await carry(endpoint, endpoint.publisher.publish({ number: 8, states: [] }));
  expect((await put(endpoint, device, envelope)).status).toBe(200);
  expect((await put(endpoint, device, write())).status).toBe(422);
  expect(countRows(endpoint, "JM/policy")).toBe(1);
});

test("an envelope that no device of the other desk here can open is refused, and said", async () => {
  const endpoint = await createTestEndpoint();
  const { sender, recipient, write } = await enrolPair(endpoint);
  const reader = await enrol(endpoint, "JM/policy", "reader");
  const sameState = await enrol(endpoint, "JM/foreign-affairs");
  const unknown = createEnvelope().sealedTo;
  const others = [sender.device, reader.device, sameState.device, ...unknown];
  const answer = await put(endpoint, sender, write({ sealedTo: others }));
  expect([answer.status, await answer.json()]).toEqual([422, { type: "recipientUnknown" }]);
  expectNothingHeld(endpoint);
  const reached = await put(endpoint, sender, write({ sealedTo: [...others, recipient.device] }));
  expect(reached.status).toBe(201);
});

test("where no edition is held, nobody can be written to but one's own desk", async () => {
  const endpoint = await createTestEndpoint({ demonstration: null });
  const { sender: device, write } = await enrolPair(endpoint);
  const answer = await put(endpoint, device, write());
  expect(await answer.json()).toEqual({ type: "recipientUnknown" });
  expectNothingHeld(endpoint);
  const note = write({ kind: "note", to: { state: "CL", desk: "policy" } });
  expect((await put(endpoint, device, note)).status).toBe(201);
});

test("what stays within a desk goes to no other", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  for (const kind of ["note", "handover"]) {
    const answer = await put(endpoint, device, write({ kind }));
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { type: "malformed", issues: ["to: not the sender's own desk"] },
    ]);
  }
  expectNothingHeld(endpoint);
});

test("what isn't sealed is refused without a word of it", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const sealed = createSealedBody();
  const plain = JSON.stringify({ schema: "inquiry/1", canary: true });
  const bodies = [plain, Buffer.from(plain).toString("base64"), `${sealed}\n`, `x${sealed}`, ""];
  for (const body of bodies) {
    const answer = await put(endpoint, device, write({ body }));
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { type: "malformed", issues: ["body: regex"] },
    ]);
  }
  const nobody = await put(endpoint, device, write({ sealedTo: [] }));
  expect(await nobody.json()).toEqual({ type: "malformed", issues: ["sealedTo: min_length"] });
  expectNothingHeld(endpoint);
});

test("what isn't an envelope is refused by its places and rules, never by its values", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const send = async (text: string) => {
    const answer = await put(endpoint, device, envelope, text);
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
  expect(await send(JSON.stringify(write()))).toEqual(malformed("id: not the path's"));
  expect(await send(`\uFEFF${JSON.stringify(envelope)}`)).toEqual(malformed("not JSON"));
  expectNothingHeld(endpoint);
});

test("bytes that aren't UTF-8 are refused, since their digest would not survive", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const bytes = Buffer.from(JSON.stringify(envelope));
  bytes[bytes.indexOf("inquiry")] = 0xff;
  const answer = await endpoint.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, ...bearer(device) },
    body: bytes,
  });
  expect(await answer.json()).toEqual({ type: "malformed", issues: ["not UTF-8"] });
  expectNothingHeld(endpoint);
});

test("a body of 96 KiB is held, one byte more is too large", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const full = write({ body: createSealedBody(72 * 1024) });
  const over = write({ body: createSealedBody(72 * 1024 + 1) });
  expect(full.body).toHaveLength(96 * 1024);
  expect((await put(endpoint, device, full)).status).toBe(201);
  const answer = await put(endpoint, device, over);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ type: "tooLarge", maxBytes: 96 * 1024 });
  expect(countRows(endpoint, "JM/policy")).toBe(1);
});

test("a request beyond all bounds is refused while it arrives", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const maxBytes = defaultLimits.messageMaxBytes;
  const tooLong = "x".repeat(maxBytes + 1);
  const answer = await put(endpoint, device, write(), tooLong);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ type: "tooLarge", maxBytes });
  expectNothingHeld(endpoint);
});

test("a body that doesn't come to its end is a timeout, which is tried again", async () => {
  const endpoint = await createTestEndpoint({ limits: { ...defaultLimits, bodyTimeoutMs: 30 } });
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(JSON.stringify(envelope))),
  });
  const answer = await endpoint.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, ...bearer(device) },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(answer.status).toBe(408);
  expect(await answer.json()).toEqual({ type: "timeout" });
  expectNothingHeld(endpoint);
});

test("another media type, or a compressed body, is refused", async () => {
  const endpoint = await createTestEndpoint();
  const { sender: device, write } = await enrolPair(endpoint);
  const envelope = write();
  const send = (headers: Record<string, string>) =>
    endpoint.request(`/v1/messages/${envelope.id}`, {
      method: "PUT",
      headers: { ...bearer(device), ...headers },
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
  expectNothingHeld(endpoint);
  const accepted = await send({ "Content-Type": `${protocolMediaType}; charset=utf-8` });
  expect(accepted.status).toBe(201);
});
