import type { DeskId } from "#domain/desk.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { sha256 } from "./sha256.ts";
import type { Enrolment, Store } from "./store.ts";

/** A device that has shown its token, and all that it is enrolled for. */
export type Caller = { readonly key: string; readonly enrolments: readonly Enrolment[] };

/**
 * Who bears the request's token. The token is looked up by its SHA-256: whatever the time of a
 * look-up tells about a hash, it tells nothing about a token.
 */
export const authenticate = async (
  request: Request,
  store: Store,
): Promise<Result<Caller, { readonly type: "unauthenticated" }>> => {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.get("Authorization") ?? "");
  if (!token?.[1]) return err({ type: "unauthenticated" });
  const tokenHash = sha256(token[1]);
  const enrolments = await store.listEnrolments(tokenHash);
  if (enrolments.length === 0) return err({ type: "unauthenticated" });
  return ok({ key: tokenHash, enrolments });
};

/** Whether the caller asks and answers for this desk. A reader does not. */
export const isOfDesk = (caller: Caller, desk: DeskId): boolean =>
  caller.enrolments.some((enrolment) => enrolment.role === "desk" && enrolment.desk === desk);
