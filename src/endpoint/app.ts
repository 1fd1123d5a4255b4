import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Deps, HandlerDeps } from "#endpoint/handlers/handler.ts";
import { serveStaticFile } from "#endpoint/handlers/serveStaticFile.ts";
import { refuse } from "#endpoint/http/answerCall.ts";
import { type EndpointEnv, errorToLogLine, logRequests } from "#endpoint/http/log.ts";
import { clientAddress, createRateLimiter, createSlots } from "#endpoint/http/rates.ts";
import { setSecurityHeaders } from "#endpoint/http/setSecurityHeaders.ts";
import { routes } from "./routes.ts";

/** The whole endpoint as a function from request to response; it needs no port. */
export const createApp = (deps: Deps): Hono<EndpointEnv> => {
  const { limits, clock, writeLog, origins, proxies } = deps;
  const addressLimiter = createRateLimiter(limits.addressRate, clock);
  const handlerDeps: HandlerDeps = {
    ...deps,
    deviceLimiter: createRateLimiter(limits.deviceRate, clock),
    enrolmentLimiter: createRateLimiter(limits.enrolmentRate, clock),
    publisherLimiter: createRateLimiter(limits.publisherRate, clock),
    editionSlots: createSlots(limits.editionsAtOnce),
  };

  const app = new Hono<EndpointEnv>();
  app.use(logRequests(writeLog));
  app.use(setSecurityHeaders(deps));
  app.use("/v1/*", allowOrigins(origins));
  app.use("/v1/*", async (context, next) => {
    const forwardedFor = context.req.header("X-Forwarded-For");
    context.set("address", clientAddress(findRemoteAddress(context.env), forwardedFor, proxies));
    const taken = addressLimiter.take(context.var.address);
    return taken.ok ? next() : refuse(taken.error);
  });
  for (const route of routes) {
    app.on(route.method, route.path, (context) => {
      context.set("logPath", route.path);
      return route.answer(handlerDeps, context);
    });
  }
  for (const { path } of routes) app.all(path, () => refuseMethod(path));
  app.all("/v1/*", () => refuse({ type: "notFound" }));
  app.all("*", (context) => serveStaticFile(deps.staticFiles, context));
  app.onError((error) => {
    writeLog(errorToLogLine(error));
    return refuse({ type: "internal" });
  });
  return app;
};

const allowOrigins = (origins: readonly string[]) =>
  cors({
    origin: (origin) => (origins.includes(origin) ? origin : undefined),
    allowMethods: ["GET", "PUT", "POST"],
    allowHeaders: ["Authorization", "Content-Type", "If-None-Match"],
    exposeHeaders: ["ETag", "Retry-After"],
    maxAge: 600,
  });

const refuseMethod = (path: string): Response => {
  const allowed = routes.filter((route) => route.path === path).map((route) => route.method);
  const response = refuse({ type: "methodNotAllowed" });
  response.headers.set("Allow", allowed.join(", ").replace("GET", "GET, HEAD"));
  return response;
};

/** In a real server, Hono's environment has Node's request; in a test there is none. */
const findRemoteAddress = (env: unknown): string | undefined => {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
};
