import type { Context } from "hono";
import { enrolDevice } from "#endpoint/handlers/enrolDevice.ts";
import type { Asked, Handler, HandlerDeps } from "#endpoint/handlers/handler.ts";
import { holdMessage } from "#endpoint/handlers/holdMessage.ts";
import { listMessages } from "#endpoint/handlers/listMessages.ts";
import { listRegistry } from "#endpoint/handlers/listRegistry.ts";
import { readDirectory } from "#endpoint/handlers/readDirectory.ts";
import { readHealth, readOpenapi } from "#endpoint/handlers/readHealth.ts";
import { subscribeDevice } from "#endpoint/handlers/subscribeDevice.ts";
import { takeSheet } from "#endpoint/handlers/takeSheet.ts";
import { takeEdition, takeGrantOrRevocation } from "#endpoint/handlers/takeSigned.ts";
import { answerCall } from "#endpoint/http/answerCall.ts";
import type { EndpointEnv } from "#endpoint/http/log.ts";
import type { Call } from "#protocol/call.ts";
import { type CallName, callNames, calls } from "#protocol/calls.ts";

export type Route = {
  readonly method: Call["method"];
  /** As Hono writes it: `/v1/messages/:id`. */
  readonly path: string;
  readonly answer: (deps: HandlerDeps, context: Context<EndpointEnv>) => Promise<Response>;
};

type Handlers = { readonly [Name in CallName]: Handler<Name> };

/** The compiler checks that no call lacks its handler, and that each handler fits its row. */
const handlers: Handlers = {
  readHealth,
  takeEdition,
  takeGrant: takeGrantOrRevocation,
  takeRevocation: takeGrantOrRevocation,
  enrolDevice,
  readDirectory,
  listRegistry,
  takeSheet,
  holdMessage,
  listMessages,
  subscribeDevice,
  readOpenapi,
};

const createRoute = <Name extends CallName>(
  name: Name,
  { [name]: handler }: Pick<Handlers, Name>,
): Route => {
  const call: Call = calls[name];
  return {
    method: call.method,
    path: call.path.replace(/\{(\w+)\}/g, ":$1"),
    answer: (deps, context) =>
      answerCall(deps, call, context, (asked) =>
        // Parsed by the row's own schemas; the compiler can't follow that for a row in general.
        handler(deps, asked as Asked<Name>),
      ),
  };
};

/** Every call of the table [Note: one table of calls], with its handler. */
export const routes: readonly Route[] = callNames.map((name) => createRoute(name, handlers));
