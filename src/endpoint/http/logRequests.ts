import type { MiddlewareHandler } from "hono";
import type { EndpointEnv } from "#endpoint/handlers/handler.ts";
import type { ProtocolError, ProtocolErrorType } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { WriteLog } from "./log.ts";

/** One line a request, once its answer is known. */
export const logRequests =
  (writeLog: WriteLog): MiddlewareHandler<EndpointEnv> =>
  async (context, next) => {
    const startedAtMs = performance.now();
    // What matches no route may be anything that a person typed or pasted.
    context.set("logPath", "(none)");
    await next();
    const refusal = await readRefusal(context.res);
    writeLog({
      type: "request",
      method: context.req.method,
      path: context.var.logPath,
      status: context.res.status,
      ms: Math.round((performance.now() - startedAtMs) * 10) / 10,
      ...(refusal === undefined ? {} : { refusal }),
    });
  };

/** The type alone: what else stands in a refusal may say whose it is. */
const readRefusal = async (response: Response): Promise<ProtocolErrorType | undefined> => {
  const isOurs = response.headers.get("Content-Type") === protocolMediaType;
  if (response.status < 400 || !isOurs) return undefined;
  // `answer.ts` wrote it, a moment ago.
  const { type } = (await response.clone().json()) as ProtocolError;
  return type;
};
