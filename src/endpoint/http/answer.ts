import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorStatuses, type ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

/** An answer of the protocol. Nothing between us and the device may keep it. */
export const answer = (status: ContentfulStatusCode, content: unknown): Response =>
  new Response(JSON.stringify(content), {
    status,
    headers: { "Content-Type": protocolMediaType, "Cache-Control": "no-store" },
  });

/** A refusal of the protocol, with the status that the one table names. */
export const refuse = (error: ProtocolError): Response => {
  const response = answer(errorStatuses[error.type], error);
  // RFC 9110 wants to be told how to authenticate.
  if (response.status === 401) response.headers.set("WWW-Authenticate", "Bearer");
  const retryAfterS = "retryAfterS" in error ? error.retryAfterS : undefined;
  if (retryAfterS !== undefined) response.headers.set("Retry-After", `${retryAfterS}`);
  return response;
};
