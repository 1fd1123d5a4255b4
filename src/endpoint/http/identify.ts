import type { Result } from "#domain/result.ts";
import type { HandlerDeps } from "#endpoint/handlers/handler.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { authenticate, type Caller } from "./authenticate.ts";

/** Who asks, if the device may ask once more now. */
export const identify = async (
  deps: HandlerDeps,
  request: Request,
): Promise<Result<Caller, ProtocolError>> => {
  const caller = await authenticate(request, deps.store);
  if (!caller.ok) return caller;
  const taken = deps.deviceLimiter.take(caller.value.key);
  return taken.ok ? caller : taken;
};
