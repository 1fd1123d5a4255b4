import { ok } from "#domain/result.ts";
import { createOpenapi } from "#endpoint/openapi/createOpenapi.ts";
import { protocolVersion } from "#protocol/version.ts";
import type { Handler } from "./handler.ts";

/** `GET /v1/health`: alive, the protocol's version, the epoch, and how devices are notified. */
export const readHealth: Handler<"readHealth"> = ({ store, notifier }) =>
  ok({
    status: 200,
    content: { protocol: protocolVersion, epoch: store.epoch, ...notifier.offer },
  });

let document: string | undefined;

/** `GET /v1/openapi.json`: the table of calls as an OpenAPI document. */
export const readOpenapi: Handler<"readOpenapi"> = () => {
  document ??= JSON.stringify(createOpenapi());
  return new Response(document, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-cache" },
  });
};
