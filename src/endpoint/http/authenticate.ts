import type { DeskId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Enrolment, RevokedGrant, Store } from "#endpoint/store/store.ts";

/** A device that has shown its token, and what it is enrolled for. */
export type Caller = { readonly key: string; readonly enrolment: Enrolment };

export type AuthenticationRefusal =
  | { readonly type: "unauthenticated" }
  | ({ readonly type: "revoked" } & RevokedGrant);

/**
 * Who bears the request's token. The token is looked up by its SHA-256: whatever the time of a
 * look-up tells about a hash, it tells nothing about a token.
 */
export const authenticate = async (
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
