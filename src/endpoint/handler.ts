import type { Context } from "hono";
import type { Deps } from "./deps.ts";
import type { RateLimiter } from "./rateLimiter.ts";

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
};

/** Parses, authorises, makes one call to the store, answers. */
export type Handler = (
  deps: HandlerDeps,
  context: Context<EndpointEnv>,
) => Response | Promise<Response>;
