import type { DeskId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Enrolment, RevokedGrant, Store } from "#endpoint/store/store.ts";
import type { Access } from "#protocol/call.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import type { RateLimiter } from "./rates.ts";

/** A device that has shown its token, and its enrolment. */
export type Caller = { readonly key: string; readonly enrolment: Enrolment };

/** Access that only a desk's device has. */
export type DeskAccess = Extract<Access, "desk" | "ownDesk" | "ownDevice">;

export type AdmitDeps = {
  readonly store: Pick<Store, "findTokenHolder">;
  readonly readNewestEdition: () => Promise<{ readonly demonstration: boolean } | undefined>;
  readonly deviceLimiter: RateLimiter;
  readonly enrolmentLimiter: RateLimiter;
  readonly publisherLimiter: RateLimiter;
};

type Asking = {
  readonly request: Request;
  /** The sender's network address, as rates count it. */
  readonly address: string;
  /** The device that the path names. */
  readonly device: string | undefined;
};

/**
 * Lets a request through to its handler, or says why not. Returns the desk's device that sent it, if
 * the access is for such devices. The handler checks whether the call is about the device's own desk,
 * since only the query or the body names it.
 */
export const admit = async (
  deps: AdmitDeps,
  access: Access,
  { request, address, device }: Asking,
): Promise<Result<Caller | undefined, ProtocolError>> => {
  switch (access) {
    case "everybody":
      return nobodyInParticular;
    case "publisher":
      return admitAddress(deps.publisherLimiter, address);
    case "invitation":
      // Every attempt counts, so that nobody can try one key after another.
      return admitAddress(deps.enrolmentLimiter, address);
    case "directory":
      return admitReader(deps, request);
    case "desk":
    case "ownDesk":
      return admitDesk(deps, request);
    case "ownDevice": {
      const caller = await admitDesk(deps, request);
      if (!caller.ok) return caller;
      return device === caller.value.enrolment.device ? caller : err({ type: "forbidden" });
    }
  }
};

const nobodyInParticular = ok(undefined);

const admitAddress = (limiter: RateLimiter, address: string): Result<undefined, ProtocolError> => {
  const taken = limiter.take(address);
  return taken.ok ? nobodyInParticular : taken;
};

const admitReader = async (
  deps: AdmitDeps,
  request: Request,
): Promise<Result<undefined, ProtocolError>> => {
  const newest = await deps.readNewestEdition();
  // Without an edition there is nothing to protect.
  if (newest?.demonstration ?? true) return nobodyInParticular;
  const caller = await identify(deps, request);
  return caller.ok ? nobodyInParticular : caller;
};

const admitDesk = async (
  deps: AdmitDeps,
  request: Request,
): Promise<Result<Caller, ProtocolError>> => {
  const caller = await identify(deps, request);
  if (!caller.ok) return caller;
  return caller.value.enrolment.role === "desk" ? caller : err({ type: "forbidden" });
};

/** The device that asks, if its rate allows one more request now. */
const identify = async (
  { store, deviceLimiter }: AdmitDeps,
  request: Request,
): Promise<Result<Caller, ProtocolError>> => {
  const caller = await authenticate(request, store);
  if (!caller.ok) return caller;
  const taken = deviceLimiter.take(caller.value.key);
  return taken.ok ? caller : taken;
};

type AuthenticationRefusal =
  | { readonly type: "unauthenticated" }
  | ({ readonly type: "revoked" } & RevokedGrant);

/**
 * The holder of the request's token. The token is looked up by its SHA-256: the time that a look-up
 * takes may tell something about a hash, but nothing about a token.
 */
const authenticate = async (
  request: Request,
  store: AdmitDeps["store"],
): Promise<Result<Caller, AuthenticationRefusal>> => {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.get("Authorization") ?? "");
  if (!token?.[1]) return err({ type: "unauthenticated" });
  const tokenHash = sha256(token[1]);
  const holder = await store.findTokenHolder(tokenHash);
  if (!holder) return err({ type: "unauthenticated" });
  // S13: a device that was once enrolled gets the publisher's own revocation, which alone erases.
  if (holder.revoked) return err({ type: "revoked", ...holder.revoked });
  return ok({ key: tokenHash, enrolment: holder.enrolment });
};

/** Whether the caller may ask and answer for this desk. A reader may not. */
export const isOfDesk = ({ enrolment }: Caller, desk: DeskId): boolean =>
  enrolment.role === "desk" && enrolment.desk === desk;
