import { expect, test } from "vitest";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { carry, post } from "#tests/unit/endpoint/world/calls.ts";
import { readDatabase } from "#tests/unit/endpoint/world/readDatabase.ts";
import {
  createTestEndpoint,
  createTestPublisher,
  type TestEndpoint,
} from "#tests/unit/endpoint/world/testEndpoint.ts";

const outcomeOf = async (answer: Response) => [answer.status, await answer.json()];
const signatureRefused = [403, { type: "signatureRefused" }];

/** One of each that a publisher signs, for this endpoint. */
const signOfEach = ({ publisher }: Pick<TestEndpoint, "publisher">) => {
  const { file, grant } = publisher.invite("CL/policy");
  const revoked = publisher.revoke(grant.id);
  return { edition: publisher.publish({ number: 8 }), grant: file, revocation: revoked };
};

const put = (endpoint: TestEndpoint, path: string, content: unknown) =>
  endpoint.request(path, post(content, "PUT"));

test("what the publisher signed is taken the first time and known the second, whoever brings it", async () => {
  const endpoint = await createTestEndpoint();
  for (const file of Object.values(signOfEach(endpoint))) {
    expect(await outcomeOf(await carry(endpoint, file))).toEqual([201, { taken: "now" }]);
    const before = readDatabase(endpoint);
    expect(await outcomeOf(await carry(endpoint, file))).toEqual([200, { taken: "before" }]);
    expect(readDatabase(endpoint)).toEqual(before);
  }
});

test("what is forged, changed or cut off is refused, and nothing is kept of it", async () => {
  const endpoint = await createTestEndpoint();
  const before = readDatabase(endpoint);
  const forger = createTestPublisher(() => Date.parse(endpoint.clock()));
  const signed = signOfEach(endpoint);
  const forged = signOfEach({ publisher: forger });
  for (const purpose of ["edition", "grant", "revocation"] as const) {
    const file = signed[purpose];
    const bad: readonly SignedFile[] = [
      forged[purpose],
      { ...forged[purpose], key: endpoint.publisher.key },
      { ...file, signature: forged[purpose].signature },
      { ...file, content: file.content.replace(/2026/, "2027") },
      { ...file, content: `${file.content} ` },
    ];
    for (const each of bad) {
      expect(await outcomeOf(await carry(endpoint, each))).toEqual(signatureRefused);
    }
    const cut = { ...file, content: file.content.slice(0, -1) };
    const path = `/v1/${purpose}s/${purpose === "edition" ? 8 : "x"}`;
    expect(await outcomeOf(await put(endpoint, path, cut))).toEqual(signatureRefused);
  }
  expect(readDatabase(endpoint)).toEqual(before);
});

test("what says another path than its own is refused there", async () => {
  const endpoint = await createTestEndpoint();
  const before = readDatabase(endpoint);
  const { edition, grant, revocation } = signOfEach(endpoint);
  const { grant: id } = JSON.parse(revocation.content);
  const { id: other } = endpoint.publisher.invite("JM/policy").grant;
  for (const [path, file] of [
    ["/v1/editions/9", edition],
    [`/v1/grants/${other}`, grant],
    [`/v1/revocations/${other}`, revocation],
    [`/v1/grants/${id}`, revocation],
    [`/v1/revocations/${id}`, grant],
    ["/v1/editions/8", grant],
    ["/v1/editions/08", edition],
  ] as const) {
    expect([path, await outcomeOf(await put(endpoint, path, file))]).toEqual([
      path,
      signatureRefused,
    ]);
  }
  expect(readDatabase(endpoint)).toEqual(before);
});

test("an older edition again, or another text under the held number, says which is held", async () => {
  const endpoint = await createTestEndpoint();
  const sixth = endpoint.publisher.publish({ number: 6 });
  const otherSeventh = endpoint.publisher.publish({ states: [] });
  const before = readDatabase(endpoint);
  for (const file of [sixth, otherSeventh]) {
    expect(await outcomeOf(await carry(endpoint, file))).toEqual([
      409,
      { type: "editionOlder", heldNumber: 7 },
    ]);
  }
  expect(readDatabase(endpoint)).toEqual(before);
});

test("another text under a grant's id is refused, signed as it is", async () => {
  const endpoint = await createTestEndpoint();
  const { file, grant } = endpoint.publisher.invite("CL/policy", "reader");
  await carry(endpoint, file);
  await carry(endpoint, endpoint.publisher.revoke(grant.id));
  const before = readDatabase(endpoint);
  const promoted = endpoint.publisher.sign("grant", { ...grant, role: "desk" });
  endpoint.moveClock(1_000);
  for (const other of [promoted, endpoint.publisher.revoke(grant.id)]) {
    expect(await outcomeOf(await carry(endpoint, other))).toEqual(signatureRefused);
  }
  expect(readDatabase(endpoint)).toEqual(before);
});

test("what is well signed and none of its kind is malformed, by its place and never its value", async () => {
  const endpoint = await createTestEndpoint();
  const before = readDatabase(endpoint);
  const { publisher } = endpoint;
  const { states } = JSON.parse(publisher.publish().content);
  const malformed = [400, { type: "malformed", issues: ["content: not what it is signed as"] }];
  const twice = publisher.publish({ number: 8, states: [...states, ...states] });
  for (const [path, file] of [
    ["/v1/editions/8", publisher.sign("edition", { number: 8 })],
    ["/v1/editions/8", twice],
    ["/v1/grants/x", publisher.sign("grant", "canary")],
    ["/v1/grants/x", publisher.sign("letter", {})],
  ] as const) {
    expect(await outcomeOf(await put(endpoint, path, file))).toEqual(malformed);
  }
  const unsigned = await put(endpoint, "/v1/editions/8", { number: 8, canary: true });
  expect(unsigned.status).toBe(400);
  expect(await unsigned.text()).not.toContain("canary");
  expect(readDatabase(endpoint)).toEqual(before);
});

test("a grant is small, an edition may be large, and neither without bounds", async () => {
  const endpoint = await createTestEndpoint();
  const { signedMaxBytes, editionMaxBytes } = endpoint.limits;
  const outcomes = [];
  for (const [path, maxBytes] of [
    ["/v1/grants/x", signedMaxBytes],
    ["/v1/revocations/x", signedMaxBytes],
    ["/v1/editions/8", editionMaxBytes],
  ] as const) {
    const call = post("x", "PUT");
    outcomes.push(
      await outcomeOf(await endpoint.request(path, { ...call, body: "x".repeat(maxBytes + 1) })),
    );
  }
  const tooLarge = (maxBytes: number) => [413, { type: "tooLarge", maxBytes }];
  expect(outcomes).toEqual([signedMaxBytes, signedMaxBytes, editionMaxBytes].map(tooLarge));
  const states = JSON.parse(endpoint.publisher.publish().content).states;
  const large = states.map((state: object) => ({
    ...state,
    otherLanguages: Array(20_000).fill("es"),
  }));
  const edition = endpoint.publisher.publish({ number: 8, states: large });
  expect(edition.content.length).toBeGreaterThan(signedMaxBytes);
  expect((await carry(endpoint, edition)).status).toBe(201);
});

test("few editions are read at once, of an address one, and the others are told when to come again", async () => {
  const endpoint = await createTestEndpoint({ proxies: 1 });
  const [edition, newer] = [8, 9].map((number) => endpoint.publisher.publish({ number }));
  if (!edition || !newer) throw new Error("two were published");
  const unavailable = [503, "5", { type: "unavailable", retryAfterS: 5 }];
  const refusalOf = async (answer: Response) => {
    const [status, content] = await outcomeOf(answer);
    return [status, answer.headers.get("Retry-After"), content];
  };
  const first = await beginEdition(endpoint, edition, "192.0.2.1");
  const same = await putFrom(endpoint, newer, "192.0.2.1");
  expect(await refusalOf(same)).toEqual(unavailable);
  const second = await beginEdition(endpoint, newer, "192.0.2.2");
  const before = readDatabase(endpoint);
  const third = await putFrom(endpoint, newer, "192.0.2.3");
  expect(await refusalOf(third)).toEqual(unavailable);
  expect(readDatabase(endpoint)).toEqual(before);
  // What says that it is too large is told so at once; what is small does not wait.
  const declared = { "Content-Length": `${endpoint.limits.editionMaxBytes + 1}` };
  expect((await putFrom(endpoint, newer, "192.0.2.3", declared)).status).toBe(413);
  const { file: grant } = endpoint.publisher.invite("CL/policy");
  expect((await carry(endpoint, grant)).status).toBe(201);

  first.finish();
  expect(await outcomeOf(await first.answer)).toEqual([201, { taken: "now" }]);
  second.breakOff();
  expect(await outcomeOf(await second.answer)).toEqual([408, { type: "timeout" }]);
  for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) {
    expect((await putFrom(endpoint, newer, address)).ok).toBe(true);
  }
});

const from = (address: string) => ({ ...post(null).headers, "X-Forwarded-For": address });

const toEditionPath = (file: SignedFile): string =>
  `/v1/editions/${JSON.parse(file.content).number}`;

const putFrom = (
  endpoint: TestEndpoint,
  file: SignedFile,
  address: string,
  declared: Readonly<Record<string, string>> = {},
) =>
  endpoint.request(toEditionPath(file), {
    ...post(file, "PUT"),
    headers: { ...from(address), ...declared },
  });

/** Sends a half of it, once the endpoint reads. */
const beginEdition = async (endpoint: TestEndpoint, file: SignedFile, address: string) => {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const half = bytes.length / 2;
  const begun = Promise.withResolvers<ReadableStreamDefaultController>();
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => begun.resolve(controller) },
    { highWaterMark: 0 },
  );
  const call = { method: "PUT", headers: from(address), body, duplex: "half" as const };
  const answer = endpoint.request(toEditionPath(file), call);
  const controller = await begun.promise;
  controller.enqueue(bytes.subarray(0, half));
  return {
    answer,
    finish: () => {
      controller.enqueue(bytes.subarray(half));
      controller.close();
    },
    breakOff: () => controller.error(new Error("the line is gone")),
  };
};
