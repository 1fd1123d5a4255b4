import type { MiddlewareHandler } from "hono";
import { createContentSecurityPolicy } from "#protocol/contentSecurityPolicy.ts";

const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": createContentSecurityPolicy({ connect: [], forMeta: false }),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Only names that every Chromium knows: it reports others on the console.
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Sets the security headers on every answer, refusals and failures included. */
export const setSecurityHeaders = (): MiddlewareHandler => async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
};
