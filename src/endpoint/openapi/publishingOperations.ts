import { type OpenapiOperation, pathParameter, uuid, withBody } from "./openapiOperation.ts";

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

/** The three calls that take what a publisher has signed. */
export const publishingOperations: readonly OpenapiOperation[] = [
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
