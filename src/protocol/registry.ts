import * as v from "valibot";
import { Epoch } from "#domain/envelope/receipt.ts";
import { SheetId } from "#domain/trust/registry.ts";
import { SignedFile } from "#domain/trust/signedFile.ts";
import type { Call } from "./call.ts";
import { Position, pageQuery } from "./messages.ts";
import { PublisherAnswer } from "./published.ts";

const RegistryQuery = v.object(pageQuery);

export type RegistryAnswer = v.InferOutput<typeof RegistryAnswer>;
export const RegistryAnswer = v.object({
  epoch: Epoch,
  rows: v.array(v.object({ position: Position, file: SignedFile })),
  /** The `after` of the next page. */
  next: Position,
  more: v.boolean(),
});

/**
 * A page of the grants, device keys, revocations and sheets of all desks, in the order in which the
 * endpoint took them: the chain that a device verifies by itself.
 */
export const listRegistry = {
  method: "GET",
  path: "/v1/registry",
  access: "desk",
  query: RegistryQuery,
  answer: RegistryAnswer,
  statuses: [200],
  refusals: [],
} as const satisfies Call;

/**
 * The request is a `Sheet`, signed by a device of the caller's desk. 201 the first time, 200 for the
 * same again.
 */
export const takeSheet = {
  method: "PUT",
  path: "/v1/sheets/{id}",
  access: "ownDesk",
  parameters: { id: SheetId },
  request: { schema: SignedFile, size: "signed" },
  answer: PublisherAnswer,
  statuses: [200, 201],
  refusals: ["signatureRefused", "sheetsFull"],
} as const satisfies Call;
