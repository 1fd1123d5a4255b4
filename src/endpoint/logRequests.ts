import type { MiddlewareHandler } from "hono";
import type { EndpointEnv } from "./handler.ts";
import type { WriteLog } from "./log.ts";

/** One line a request, once its answer is known. */
export const logRequests =
  (writeLog: WriteLog): MiddlewareHandler<EndpointEnv> =>
  async (context, next) => {
    const startedAtMs = performance.now();
    // What matches no route may be anything that a person typed or pasted.
    context.set("logPath", "(none)");
    await next();
    writeLog({
      type: "request",
      method: context.req.method,
      path: context.var.logPath,
      status: context.res.status,
      ms: Math.round((performance.now() - startedAtMs) * 10) / 10,
    });
  };
