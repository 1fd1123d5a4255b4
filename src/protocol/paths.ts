import type { DeskId } from "#domain/desk.ts";
import type { DeviceId, EnvelopeId } from "#domain/envelope/envelope.ts";
import type { GrantId, SheetId } from "#domain/trust/registry.ts";

/** Paths under the endpoint's base address, which ends without a slash. */
export const paths = {
  health: "/v1/health",
  edition: (number: number): string => `/v1/editions/${number}`,
  grant: (id: GrantId): string => `/v1/grants/${id}`,
  /** Under the id of the grant that is revoked. */
  revocation: (grant: GrantId): string => `/v1/revocations/${grant}`,
  enrolments: "/v1/enrolments",
  directory: "/v1/directory",
  registry: (after: number, limit: number): string => `/v1/registry?after=${after}&limit=${limit}`,
  sheet: (id: SheetId): string => `/v1/sheets/${id}`,
  message: (id: EnvelopeId): string => `/v1/messages/${id}`,
  feed: (desk: DeskId, after: number, limit: number): string =>
    `/v1/messages?desk=${encodeURIComponent(desk)}&after=${after}&limit=${limit}`,
  subscription: (device: DeviceId): string => `/v1/subscriptions/${device}`,
  openapi: "/v1/openapi.json",
} as const;
