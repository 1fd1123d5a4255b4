import { enrolDevice } from "#endpoint/handlers/enrolDevice.ts";
import type { DeskHandler, Handler } from "#endpoint/handlers/handler.ts";
import { holdMessage } from "#endpoint/handlers/holdMessage.ts";
import { listMessages } from "#endpoint/handlers/listMessages.ts";
import { listRegistry } from "#endpoint/handlers/listRegistry.ts";
import { readDirectory } from "#endpoint/handlers/readDirectory.ts";
import { readHealth, readOpenapi } from "#endpoint/handlers/readHealth.ts";
import { subscribeDevice } from "#endpoint/handlers/subscribeDevice.ts";
import { takeSheet } from "#endpoint/handlers/takeSheet.ts";
import { takeSigned } from "#endpoint/handlers/takeSigned.ts";
import type { OpenAccess } from "#endpoint/http/admit.ts";

/** No route without its access: `app.ts` looks at it before the handler is called. */
export type Route = {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
} & (
  | { readonly access: OpenAccess; readonly handler: Handler }
  /** For every desk's devices. */
  | { readonly access: "desk"; readonly handler: DeskHandler }
  /** For those of the desk that the call is about, which the handler looks at. */
  | { readonly access: "ownDesk"; readonly handler: DeskHandler }
  /** For the one device that the call is about, which the handler looks at. */
  | { readonly access: "ownDevice"; readonly handler: DeskHandler }
);

/** Every call of the protocol, version 1. */
export const routes: readonly Route[] = [
  { method: "GET", path: "/v1/health", access: "everybody", handler: readHealth },
  { method: "PUT", path: "/v1/editions/:number", access: "publisher", handler: takeSigned },
  { method: "PUT", path: "/v1/grants/:id", access: "publisher", handler: takeSigned },
  { method: "PUT", path: "/v1/revocations/:grant", access: "publisher", handler: takeSigned },
  { method: "POST", path: "/v1/enrolments", access: "invitation", handler: enrolDevice },
  { method: "GET", path: "/v1/directory", access: "directory", handler: readDirectory },
  { method: "GET", path: "/v1/registry", access: "desk", handler: listRegistry },
  { method: "PUT", path: "/v1/sheets/:id", access: "ownDesk", handler: takeSheet },
  { method: "PUT", path: "/v1/messages/:id", access: "ownDesk", handler: holdMessage },
  { method: "GET", path: "/v1/messages", access: "ownDesk", handler: listMessages },
  {
    method: "PUT",
    path: "/v1/subscriptions/:device",
    access: "ownDevice",
    handler: subscribeDevice,
  },
  { method: "GET", path: "/v1/openapi.json", access: "everybody", handler: readOpenapi },
];
