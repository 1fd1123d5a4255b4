import { expect, test } from "vitest";
import { createOpenapi } from "#endpoint/openapi/createOpenapi.ts";
import type { Access } from "#protocol/call.ts";
import { callNames, calls } from "#protocol/calls.ts";
import { errorStatuses } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createTestEndpoint } from "#tests/unit/endpoint/world/testEndpoint.ts";

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
  }[];
  readonly responses: Readonly<Record<string, Answer>>;
};
type Answer = { readonly content?: object };
type ErrorVariant = { readonly properties: { readonly type: { readonly const: string } } };

const readDocument = async () => {
  const endpoint = await createTestEndpoint();
  const answer = await endpoint.request("/v1/openapi.json");
  expect(answer.headers.get("Content-Type")).toBe("application/json");
  return answer.json();
};

test("it describes every call of the protocol and no other", async () => {
  const document = await readDocument();
  expect(document.openapi).toBe("3.1.0");
  const described = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const known = Object.values(calls).map(({ method, path }) => `${method} ${path}`);
  expect(described.toSorted()).toEqual(known.toSorted());
});

test("every part of a path is described, and nothing that is no part of it", async () => {
  const document = await readDocument();
  for (const { method, path } of Object.values(calls)) {
    const { parameters }: Operation = document.paths[path][method.toLowerCase()];
    const described = parameters.filter((parameter) => parameter.in === "path");
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect([path, described.map(({ name }) => name)]).toEqual([path, parts]);
    expect(described.every(({ required }) => required)).toBe(true);
  }
});

test("every reference leads to a schema, and every schema is referred to", async () => {
  const text = JSON.stringify(await readDocument());
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  const named = Object.keys(createOpenapi().components.schemas);
  expect([...new Set(references.map(([, name]) => `${name}`))].toSorted()).toEqual(
    named.toSorted(),
  );
});

test("every operation has an id of its own, and answers and refusals in our media type", async () => {
  const document = await readDocument();
  const operations = Object.values<Record<string, Operation>>(document.paths).flatMap(
    Object.values,
  );
  const ids = operations.map((operation) => operation.operationId);
  expect(new Set(ids).size).toBe(callNames.length);
  for (const operation of operations) {
    expect(operation.summary).toMatch(/\.$/);
    for (const [status, response] of Object.entries<Answer>(operation.responses)) {
      expect(status).toMatch(/^[2345]\d\d$/);
      if (Number(status) < 400) continue;
      expect(Object.keys(response.content ?? {})).toEqual([protocolMediaType]);
    }
  }
});

test("who needs a token is said as the routes have it", async () => {
  const document = await readDocument();
  const open: readonly Access[] = ["everybody", "publisher", "invitation"];
  for (const { method, path, access } of Object.values(calls)) {
    const operation = document.paths[path][method.toLowerCase()];
    expect([path, operation.security.length > 0]).toEqual([path, !open.includes(access)]);
  }
});

test("a refusal stands under the status that the one table gives it", async () => {
  const document = await readDocument();
  const { responses } = document.paths["/v1/messages/{id}"].put;
  expect(responses[errorStatuses.idTaken].description).toBe("idTaken");
  expect(responses[errorStatuses.recipientUnknown].description).toBe("recipientUnknown");
  expect(responses[errorStatuses.unauthenticated].description).toBe("unauthenticated, revoked");
});

test("the envelope's schema keeps its rules: strict, bounded, with named kinds", async () => {
  const { Envelope, ProtocolError } = (await readDocument()).components.schemas;
  expect(Envelope).toMatchObject({
    additionalProperties: false,
    properties: {
      id: { type: "string", format: "uuid" },
      sealedTo: { minItems: 1, maxItems: 18 },
      body: { maxLength: 98_304, pattern: expect.stringContaining("YWdl") },
    },
  });
  expect(Envelope.required).toEqual(
    expect.arrayContaining(["id", "thread", "kind", "from", "to", "urgency", "sealedTo", "body"]),
  );
  const types = ProtocolError.oneOf.map((variant: ErrorVariant) => variant.properties.type.const);
  expect(types.toSorted()).toEqual(Object.keys(errorStatuses).toSorted());
});
