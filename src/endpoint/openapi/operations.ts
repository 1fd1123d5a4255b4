import type { ProtocolErrorType } from "#protocol/errors.ts";

const authenticated: readonly ProtocolErrorType[] = ["unauthenticated", "revoked"];

const pageParameters: readonly OpenapiParameter[] = [
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
];

const everywhere: readonly ProtocolErrorType[] = ["rateLimited", "internal", "unavailable"];

const createPublishing = (
  call: Pick<OpenapiOperation, "path" | "operationId" | "summary" | "parameters">,
): OpenapiOperation => ({
  ...call,
  method: "put",
  isAuthenticated: false,
  request: "SignedFile",
  answers: {
    200: { description: "The same was taken before.", schema: "PublisherAnswer" },
    201: { description: "Taken, and on the disk.", schema: "PublisherAnswer" },
  },
  refusals: ["signatureRefused", ...withBody],
});

const pathParameter = (name: string, schema: OpenapiParameter["schema"]): OpenapiParameter => ({
  name,
  in: "path",
  required: true,
  schema,
});

const withBody: readonly ProtocolErrorType[] = [
  "malformed",
  "unsupportedMediaType",
  "tooLarge",
  "timeout",
  ...everywhere,
];

const uuid = { type: "string", format: "uuid" };

/** The three calls that take what a publisher has signed. */
const publishingOperations: readonly OpenapiOperation[] = [
  {
    ...createPublishing({
      path: "/v1/editions/{number}",
      operationId: "takeEdition",
      summary: "Takes an edition of the directory that is newer than the one held.",
      parameters: [pathParameter("number", { type: "integer", minimum: 1 })],
    }),
    refusals: ["signatureRefused", "editionOlder", ...withBody],
  },
  createPublishing({
    path: "/v1/grants/{id}",
    operationId: "takeGrant",
    summary: "Takes an invitation's grant, which lets one device in.",
    parameters: [pathParameter("id", uuid)],
  }),
  createPublishing({
    path: "/v1/revocations/{grant}",
    operationId: "takeRevocation",
    summary: "Takes the word that a grant, and the device that it let in, count no longer.",
    parameters: [pathParameter("grant", uuid)],
  }),
];

/** Every call of the protocol; `tests/unit/endpoint/openapi/openapi.test.ts` compares them with `routes.ts`. */
export const openapiOperations: readonly OpenapiOperation[] = [
  {
    method: "get",
    path: "/v1/health",
    operationId: "readHealth",
    summary: "Alive; the protocol's version; the epoch; how it tells that something waits.",
    isAuthenticated: false,
    parameters: [],
    answers: { 200: { description: "Alive.", schema: "HealthAnswer" } },
    refusals: everywhere,
  },
  ...publishingOperations,
  {
    method: "post",
    path: "/v1/enrolments",
    operationId: "enrolDevice",
    summary: "Redeems a grant once. The same request is answered the same again.",
    isAuthenticated: false,
    parameters: [],
    request: "EnrolmentRequest",
    answers: {
      200: { description: "Enrolled before, by this same request.", schema: "EnrolmentAnswer" },
      201: { description: "Enrolled.", schema: "EnrolmentAnswer" },
    },
    refusals: [
      "signatureRefused",
      "invitationUnknown",
      "invitationUsed",
      "invitationExpired",
      "revoked",
      "forbidden",
      "deskFull",
      ...withBody,
    ],
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
      200: { description: "The edition, as its publisher signed it.", schema: "SignedFile" },
      304: { description: "The edition that the device holds is the newest." },
    },
    refusals: [...authenticated, "notFound", ...everywhere],
  },
  {
    method: "get",
    path: "/v1/registry",
    operationId: "listRegistry",
    summary: "A page of all grants, device keys, revocations and sheets, as they were signed.",
    isAuthenticated: true,
    parameters: pageParameters,
    answers: { 200: { description: "The page.", schema: "RegistryAnswer" } },
    refusals: ["malformed", ...authenticated, "forbidden", ...everywhere],
  },
  {
    method: "put",
    path: "/v1/sheets/{id}",
    operationId: "takeSheet",
    summary: "Takes a device's word about the recovery sheet of the caller's own desk.",
    isAuthenticated: true,
    parameters: [pathParameter("id", uuid)],
    request: "SignedFile",
    answers: {
      200: { description: "The same was taken before.", schema: "PublisherAnswer" },
      201: { description: "Taken, and on the disk.", schema: "PublisherAnswer" },
    },
    refusals: [...authenticated, "forbidden", "signatureRefused", "sheetsFull", ...withBody],
  },
  {
    method: "put",
    path: "/v1/messages/{id}",
    operationId: "holdMessage",
    summary: "Holds this envelope, once, however often it arrives. The digest is over its bytes.",
    isAuthenticated: true,
    parameters: [pathParameter("id", uuid)],
    request: "Envelope",
    answers: {
      200: { description: "These same bytes were held before.", schema: "Receipt" },
      201: { description: "Held, and on the disk.", schema: "Receipt" },
    },
    refusals: [...authenticated, "forbidden", "idTaken", "recipientUnknown", ...withBody],
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
      ...pageParameters,
    ],
    answers: { 200: { description: "The page.", schema: "FeedAnswer" } },
    refusals: ["malformed", ...authenticated, "forbidden", ...everywhere],
  },
  {
    method: "put",
    path: "/v1/subscriptions/{device}",
    operationId: "subscribeDevice",
    summary: "Says where the caller is told that something waits, and never what.",
    isAuthenticated: true,
    parameters: [pathParameter("device", uuid)],
    request: "SubscriptionRequest",
    answers: { 200: { description: "Held now.", schema: "SubscriptionAnswer" } },
    refusals: [...authenticated, "forbidden", "noticesNotOffered", "mailNotListed", ...withBody],
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
