import { createOpenapi } from "#endpoint/openapi/createOpenapi.ts";
import type { Handler } from "./handler.ts";

let document: string | undefined;

/** `GET /v1/openapi.json`: about the protocol, not of it, so that any tool can read it. */
export const readOpenapi: Handler = () => {
  document ??= JSON.stringify(createOpenapi());
  return new Response(document, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-cache" },
  });
};
