import type { ProtocolErrorType } from "#protocol/errors.ts";

/** One call of the protocol as `createOpenapi.ts` describes it; schemas by their names there. */
export type OpenapiOperation = {
  readonly method: "get" | "put" | "post";
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly isAuthenticated: boolean;
  readonly parameters: readonly OpenapiParameter[];
  readonly request?: string;
  readonly answers: Readonly<Record<number, OpenapiAnswer>>;
  readonly refusals: readonly ProtocolErrorType[];
};

type OpenapiParameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
};

type OpenapiAnswer = { readonly description: string; readonly schema?: string };

const everywhere: readonly ProtocolErrorType[] = ["rateLimited", "internal", "unavailable"];
const withBody: readonly ProtocolErrorType[] = [
  "malformed",
  "unsupportedMediaType",
  "tooLarge",
  "timeout",
  ...everywhere,
];
const uuid = { type: "string", format: "uuid" };

export const openapiOperations: readonly OpenapiOperation[] = [
  {
    method: "get",
    path: "/v1/health",
    operationId: "readHealth",
    summary: "Alive; the protocol's version; the epoch.",
    isAuthenticated: false,
    parameters: [],
    answers: { 200: { description: "Alive.", schema: "HealthAnswer" } },
    refusals: everywhere,
  },
  {
    method: "post",
    path: "/v1/enrolments",
    operationId: "enrolDevice",
    summary: "Redeems an invitation once. The same request is answered the same again.",
    isAuthenticated: false,
    parameters: [],
    request: "EnrolmentRequest",
    answers: {
      200: { description: "Enrolled before, by this same request.", schema: "EnrolmentAnswer" },
      201: { description: "Enrolled.", schema: "EnrolmentAnswer" },
    },
    refusals: ["invitationUnknown", "invitationUsed", "invitationExpired", "deskFull", ...withBody],
  },
  {
    method: "get",
    path: "/v1/directory",
    operationId: "readDirectory",
    summary: "The newest edition. Any but a demonstration needs an enrolled device's token.",
    isAuthenticated: true,
    parameters: [
      { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } },
    ],
    answers: {
      200: { description: "The edition.", schema: "Edition" },
      304: { description: "The edition that the device holds is the newest." },
    },
    refusals: ["unauthenticated", ...everywhere],
  },
  {
    method: "put",
    path: "/v1/messages/{id}",
    operationId: "holdMessage",
    summary: "Holds this envelope, once, however often it arrives. The digest is over its bytes.",
    isAuthenticated: true,
    parameters: [{ name: "id", in: "path", required: true, schema: uuid }],
    request: "Envelope",
    answers: {
      200: { description: "These same bytes were held before.", schema: "Receipt" },
      201: { description: "Held, and on the disk.", schema: "Receipt" },
    },
    refusals: ["unauthenticated", "forbidden", "idTaken", "recipientUnknown", ...withBody],
  },
  {
    method: "get",
    path: "/v1/messages",
    operationId: "listMessages",
    summary: "A page of the caller's own desk's feed, in order.",
    isAuthenticated: true,
    parameters: [
      {
        name: "desk",
        in: "query",
        required: true,
        schema: { $ref: "#/components/schemas/DeskId" },
      },
      {
        name: "after",
        in: "query",
        required: false,
        schema: { type: "integer", minimum: 0, default: 0 },
      },
      {
        name: "limit",
        in: "query",
        required: false,
        schema: { type: "integer", minimum: 1, maximum: 100, default: 100 },
      },
    ],
    answers: { 200: { description: "The page.", schema: "FeedAnswer" } },
    refusals: ["malformed", "unauthenticated", "forbidden", ...everywhere],
  },
  {
    method: "get",
    path: "/v1/openapi.json",
    operationId: "readOpenapi",
    summary: "This document.",
    isAuthenticated: false,
    parameters: [],
    answers: { 200: { description: "An OpenAPI 3.1 document." } },
    refusals: everywhere,
  },
];
