import * as v from "valibot";
import { Epoch } from "#domain/envelope/receipt.ts";
import type { Call } from "./call.ts";

/** A point on P-256, uncompressed, in base64url: an application server's key, or a browser's. */
export const PushKey = v.pipe(v.string(), v.regex(/^B[A-Za-z0-9_-]{86}$/));

/** How the endpoint notifies: by push with this `key` (RFC 8292), by `mail`, or not at all. */
export type HealthAnswer = v.InferOutput<typeof HealthAnswer>;
export const HealthAnswer = v.object({
  protocol: v.literal(1),
  epoch: Epoch,
  push: v.nullable(v.object({ key: PushKey })),
  mail: v.boolean(),
});

export const readHealth = {
  method: "GET",
  path: "/v1/health",
  access: "everybody",
  answer: HealthAnswer,
  statuses: [200],
  refusals: [],
} as const satisfies Call;

/** Describes this protocol and is no part of it, so that any tool can read it. */
export const readOpenapi = {
  method: "GET",
  path: "/v1/openapi.json",
  access: "everybody",
  answer: null,
  statuses: [200],
  refusals: [],
} as const satisfies Call;
