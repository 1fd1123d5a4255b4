import { err, ok, type Result } from "#domain/result.ts";
import type { HandlerDeps } from "#endpoint/handlers/handler.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import type { Caller } from "./authenticate.ts";
import { identify } from "./identify.ts";

/**
 * Whom a call is for that needs no desk's device. `publisher`, `invitation`: whoever brings what they
 * have signed. `directory`: everybody while the newest edition is a demonstration, else every enrolled
 * device.
 */
export type OpenAccess = "everybody" | "publisher" | "invitation" | "directory";

/** Lets a request of nobody in particular through to its handler, or says why not. */
export const admit = async (
  deps: HandlerDeps,
  access: OpenAccess,
  request: Request,
): Promise<Result<void, ProtocolError>> => {
  if (access !== "directory") return ok(undefined);
  const newest = await deps.readNewestEdition();
  // Where there is none, there is nothing to keep from anybody.
  if (newest?.demonstration ?? true) return ok(undefined);
  const caller = await identify(deps, request);
  return caller.ok ? ok(undefined) : caller;
};

/** The device that asks, if it asks and answers for a desk; which desk, the handler looks at. */
export const admitDesk = async (
  deps: HandlerDeps,
  request: Request,
): Promise<Result<Caller, ProtocolError>> => {
  const caller = await identify(deps, request);
  if (!caller.ok) return caller;
  return caller.value.enrolment.role === "desk" ? caller : err({ type: "forbidden" });
};
