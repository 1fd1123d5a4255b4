import type { Context } from "hono";
import type { Caller } from "#endpoint/http/admit.ts";
import type { RateLimiter, Slots } from "#endpoint/http/rates.ts";
import type { Deps } from "./deps.ts";

export type EndpointEnv = {
  Variables: {
    /** What the log calls this request's path. */
    logPath: string;
    /** What rates are counted by. */
    address: string;
  };
};

export type HandlerDeps = Deps & {
  readonly deviceLimiter: RateLimiter;
  readonly enrolmentLimiter: RateLimiter;
  readonly publisherLimiter: RateLimiter;
  readonly editionSlots: Slots;
};

/** Parses, makes one call to the store, answers. */
export type Handler = (
  deps: HandlerDeps,
  context: Context<EndpointEnv>,
) => Response | Promise<Response>;

/** As a handler, for a desk's device that `admit.ts` has let in. */
export type DeskHandler = (
  deps: HandlerDeps,
  context: Context<EndpointEnv>,
  caller: Caller,
) => Promise<Response>;
