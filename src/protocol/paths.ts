import type { DeskId } from "#domain/desk.ts";
import type { EnvelopeId } from "#domain/envelope.ts";

/** Paths under the endpoint's base address, which ends without a slash. */
export const paths = {
  health: "/v1/health",
  enrolments: "/v1/enrolments",
  directory: "/v1/directory",
  message: (id: EnvelopeId): string => `/v1/messages/${id}`,
  feed: (desk: DeskId, after: number, limit: number): string =>
    `/v1/messages?desk=${encodeURIComponent(desk)}&after=${after}&limit=${limit}`,
  openapi: "/v1/openapi.json",
} as const;
