import type { Handler } from "./handler.ts";
import { enrolDevice } from "./handlers/enrolDevice.ts";
import { holdMessage } from "./handlers/holdMessage.ts";
import { listMessages } from "./handlers/listMessages.ts";
import { readDirectory } from "./handlers/readDirectory.ts";
import { readHealth } from "./handlers/readHealth.ts";
import { readOpenapi } from "./handlers/readOpenapi.ts";

export type Route = {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
  readonly handler: Handler;
};

/** Every call of the protocol, version 1. */
export const routes: readonly Route[] = [
  { method: "GET", path: "/v1/health", handler: readHealth },
  { method: "POST", path: "/v1/enrolments", handler: enrolDevice },
  { method: "GET", path: "/v1/directory", handler: readDirectory },
  { method: "PUT", path: "/v1/messages/:id", handler: holdMessage },
  { method: "GET", path: "/v1/messages", handler: listMessages },
  { method: "GET", path: "/v1/openapi.json", handler: readOpenapi },
];
