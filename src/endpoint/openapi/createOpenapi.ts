import { type ConversionConfig, toJsonSchemaDefs } from "@valibot/to-json-schema";
import * as v from "valibot";
import { DeskId } from "#domain/desk.ts";
import { Envelope } from "#domain/envelope/envelope.ts";
import { Receipt } from "#domain/envelope/receipt.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import type { Access, Call } from "#protocol/call.ts";
import { type CallName, callNames, calls, listRefusals } from "#protocol/calls.ts";
import { EnrolmentAnswer, EnrolmentRequest } from "#protocol/enrolment.ts";
import { errorStatuses, ProtocolError } from "#protocol/errors.ts";
import { HealthAnswer } from "#protocol/health.ts";
import { FeedAnswer } from "#protocol/messages.ts";
import { PublisherAnswer } from "#protocol/published.ts";
import { RegistryAnswer } from "#protocol/registry.ts";
import { SubscriptionAnswer, SubscriptionRequest } from "#protocol/subscription.ts";
import { protocolMediaType, protocolVersion } from "#protocol/version.ts";
import { callWords } from "./callWords.ts";

/** The table of calls as an OpenAPI 3.1 document. */
export const createOpenapi = () => ({
  openapi: "3.1.0",
  info: {
    title: "Enlace",
    version: `${protocolVersion}.0.0`,
    description: `Only an answer in ${protocolMediaType} is an answer of this protocol.`,
  },
  paths: createPaths(),
  components: {
    schemas: toJsonSchemaDefs(schemas, { ...conversion, typeMode: "input" }),
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "Made by the device itself." },
    },
  },
});

/** Schemas by the names that the document gives them. */
const schemas = {
  DeskId,
  EnrolmentAnswer,
  EnrolmentRequest,
  Envelope,
  FeedAnswer,
  HealthAnswer,
  ProtocolError,
  PublisherAnswer,
  Receipt,
  RegistryAnswer,
  SignedFile,
  SubscriptionAnswer,
  SubscriptionRequest,
};

const namesBySchema = new Map<v.GenericSchema, string>(
  Object.entries(schemas).map(([name, schema]) => [schema, name]),
);

const conversion: ConversionConfig = {
  target: "draft-2020-12",
  overrideRef: ({ referenceId }) => nameToRef(referenceId).$ref,
  // JSON Schema can't say them; any other that it can't say throws.
  ignoreActions: ["brand", "check", "trim"],
  // A text of n bytes has at most n characters.
  overrideAction: ({ valibotAction, jsonSchema }) =>
    valibotAction.type === "max_bytes" && "requirement" in valibotAction
      ? { ...jsonSchema, maxLength: Number(valibotAction.requirement) }
      : null,
};

const nameToRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const createPaths = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of callNames) {
    const { path, method } = calls[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: createOperation(name) };
  }
  return paths;
};

const openAccess: ReadonlySet<Access> = new Set(["everybody", "publisher", "invitation"]);

const createOperation = (name: CallName) => {
  const call: Call = calls[name];
  const { summary, answers } = callWords[name];
  return {
    operationId: name,
    summary,
    security: openAccess.has(call.access) ? [] : [{ token: [] }],
    parameters: createParameters(call),
    ...(call.request
      ? { requestBody: { required: true, content: contentOf(call.request.schema) } }
      : {}),
    responses: createResponses(call, answers),
  };
};

const createParameters = ({ parameters = {}, query, statuses }: Call) => [
  ...Object.entries(parameters).map(([name, schema]) => createParameter(name, "path", schema)),
  ...Object.entries(query?.entries ?? {}).map(([name, schema]) =>
    createParameter(name, "query", schema),
  ),
  ...(statuses.includes(304)
    ? [createParameter("If-None-Match", "header", v.optional(v.string()))]
    : []),
];

const createParameter = (name: string, location: string, schema: v.GenericSchema) => ({
  name,
  in: location,
  required: schema.type !== "optional",
  schema: createParameterSchema(schema),
});

/** The schema of the value into which a text of a path or a query is parsed. */
const createParameterSchema = (schema: v.GenericSchema) => {
  const named = namesBySchema.get(schema);
  if (named !== undefined) return nameToRef(named);
  const { json } = toJsonSchemaDefs({ json: schema }, { ...conversion, typeMode: "output" });
  // The conversion leaves a default as text, too.
  return json && "default" in json ? { ...json, default: v.parse(schema, undefined) } : json;
};

const createResponses = (call: Call, answers: Readonly<Record<number, string>>) => {
  const responses: Record<string, unknown> = {};
  for (const status of call.statuses) {
    const hasBody = call.answer !== null && status !== 304;
    responses[status] = {
      description: answers[status],
      ...(hasBody ? { content: contentOf(call.answer) } : {}),
    };
  }
  const typesByStatus = Map.groupBy(listRefusals(call), (type) => errorStatuses[type]);
  for (const [status, types] of typesByStatus) {
    responses[status] = { description: types.join(", "), content: contentOf(ProtocolError) };
  }
  return responses;
};

/** Throws for a schema that has no name here. */
const contentOf = (schema: v.GenericSchema) => {
  const name = namesBySchema.get(schema);
  if (name === undefined) throw new Error("A call's schema has no name in the OpenAPI document.");
  return { [protocolMediaType]: { schema: nameToRef(name) } };
};
