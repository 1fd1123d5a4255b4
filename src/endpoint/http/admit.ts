import type { DeskId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { HandlerDeps } from "#endpoint/handlers/handler.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Enrolment, RevokedGrant, Store } from "#endpoint/store/store.ts";
import type { ProtocolError } from "#protocol/errors.ts";

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

/** A device that has shown its token, and what it is enrolled for. */
export type Caller = { readonly key: string; readonly enrolment: Enrolment };

type AuthenticationRefusal =
  | { readonly type: "unauthenticated" }
  | ({ readonly type: "revoked" } & RevokedGrant);

/**
 * Who bears the request's token. The token is looked up by its SHA-256: whatever the time of a
 * look-up tells about a hash, it tells nothing about a token.
 */
const authenticate = async (
  request: Request,
  store: Store,
): Promise<Result<Caller, AuthenticationRefusal>> => {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.get("Authorization") ?? "");
  if (!token?.[1]) return err({ type: "unauthenticated" });
  const tokenHash = sha256(token[1]);
  const holder = await store.findTokenHolder(tokenHash);
  if (!holder) return err({ type: "unauthenticated" });
  // S13: whoever was let in once is shown the publisher's own word, which alone erases.
  if (holder.revoked) return err({ type: "revoked", ...holder.revoked });
  return ok({ key: tokenHash, enrolment: holder.enrolment });
};

/** Whether the caller asks and answers for this desk. A reader does not. */
export const isOfDesk = ({ enrolment }: Caller, desk: DeskId): boolean =>
  enrolment.role === "desk" && enrolment.desk === desk;

/** Who asks, if the device may ask once more now. */
const identify = async (
  deps: HandlerDeps,
  request: Request,
): Promise<Result<Caller, ProtocolError>> => {
  const caller = await authenticate(request, deps.store);
  if (!caller.ok) return caller;
  const taken = deps.deviceLimiter.take(caller.value.key);
  return taken.ok ? caller : taken;
};
