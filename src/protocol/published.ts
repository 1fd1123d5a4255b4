import * as v from "valibot";
import { Edition } from "#domain/directory/edition.ts";
import { GrantId } from "#domain/trust/registry.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import type { Call } from "./call.ts";

/** `before`: the same file was there already. */
export type PublisherAnswer = v.InferOutput<typeof PublisherAnswer>;
export const PublisherAnswer = v.object({ taken: v.picklist(["now", "before"]) });

/** The publisher's signed file is its own authority. 201 the first time, 200 for the same again. */
export const takeEdition = {
  method: "PUT",
  path: "/v1/editions/{number}",
  access: "publisher",
  parameters: { number: Edition.entries.number },
  request: { schema: SignedFile, size: "edition" },
  answer: PublisherAnswer,
  statuses: [200, 201],
  refusals: ["signatureRefused", "editionOlder"],
} as const satisfies Call;

/** As `takeEdition`. */
export const takeGrant = {
  method: "PUT",
  path: "/v1/grants/{id}",
  access: "publisher",
  parameters: { id: GrantId },
  request: { schema: SignedFile, size: "signed" },
  answer: PublisherAnswer,
  statuses: [200, 201],
  refusals: ["signatureRefused"],
} as const satisfies Call;

/** As `takeEdition`; under the id of the grant that is revoked. */
export const takeRevocation = {
  method: "PUT",
  path: "/v1/revocations/{grant}",
  access: "publisher",
  parameters: { grant: GrantId },
  request: { schema: SignedFile, size: "signed" },
  answer: PublisherAnswer,
  statuses: [200, 201],
  refusals: ["signatureRefused"],
} as const satisfies Call;

/** Answers with the newest `Edition`, as its publisher signed it; 304 if the device has it. */
export const readDirectory = {
  method: "GET",
  path: "/v1/directory",
  access: "directory",
  answer: SignedFile,
  statuses: [200, 304],
  refusals: ["notFound"],
} as const satisfies Call;
