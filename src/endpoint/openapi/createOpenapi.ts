import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import { DeskId } from "#domain/desk.ts";
import { errorStatuses, ProtocolError, type ProtocolErrorType } from "#protocol/errors.ts";
import {
  EnrolmentAnswer,
  EnrolmentRequest,
  FeedAnswer,
  HealthAnswer,
  MessageAnswer,
  MessageRequest,
  PublisherAnswer,
  PublisherRequest,
  RegistryAnswer,
  SubscriptionAnswer,
  SubscriptionRequest,
} from "#protocol/messages.ts";
import { protocolMediaType, protocolVersion } from "#protocol/version.ts";
import { type OpenapiOperation, openapiOperations } from "./operations.ts";

/** The protocol as an OpenAPI 3.1 document, from the same schemas that the handlers parse with. */
export const createOpenapi = () => ({
  openapi: "3.1.0",
  info: {
    title: "Enlace",
    version: `${protocolVersion}.0.0`,
    description: `Only an answer in ${protocolMediaType} is an answer of this protocol.`,
  },
  paths: createPaths(),
  components: {
    schemas: createSchemas(),
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "Made by the device itself." },
    },
  },
});

const createSchemas = () =>
  toJsonSchemaDefs(
    {
      DeskId,
      EnrolmentAnswer,
      EnrolmentRequest,
      Envelope: MessageRequest,
      FeedAnswer,
      HealthAnswer,
      ProtocolError,
      PublisherAnswer,
      Receipt: MessageAnswer,
      RegistryAnswer,
      SignedFile: PublisherRequest,
      SubscriptionAnswer,
      SubscriptionRequest,
    },
    {
      target: "draft-2020-12",
      typeMode: "input",
      overrideRef: ({ referenceId }) => schemaRef(referenceId).$ref,
      // JSON Schema can't say them; any other that it can't say throws.
      ignoreActions: ["brand", "check", "trim"],
      // A text of n bytes has at most n characters.
      overrideAction: ({ valibotAction, jsonSchema }) =>
        valibotAction.type === "max_bytes" && "requirement" in valibotAction
          ? { ...jsonSchema, maxLength: Number(valibotAction.requirement) }
          : null,
    },
  );

const createPaths = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of openapiOperations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: createOperation(operation),
    };
  }
  return paths;
};

const createOperation = (operation: OpenapiOperation) => ({
  operationId: operation.operationId,
  summary: operation.summary,
  security: operation.isAuthenticated ? [{ token: [] }] : [],
  parameters: operation.parameters,
  ...(operation.request
    ? { requestBody: { required: true, content: contentOf(operation.request) } }
    : {}),
  responses: createResponses(operation),
});

const createResponses = ({ answers, refusals }: OpenapiOperation) => {
  const responses: Record<string, unknown> = {};
  for (const [status, { description, schema }] of Object.entries(answers)) {
    responses[status] = { description, ...(schema ? { content: contentOf(schema) } : {}) };
  }
  const typesByStatus = Map.groupBy(refusals, (type: ProtocolErrorType) => errorStatuses[type]);
  for (const [status, types] of typesByStatus) {
    responses[status] = { description: types.join(", "), content: contentOf("ProtocolError") };
  }
  return responses;
};

const contentOf = (schema: string) => ({ [protocolMediaType]: { schema: schemaRef(schema) } });

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
