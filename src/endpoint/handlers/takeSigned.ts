import { err, ok, type Result } from "#domain/result.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import type { ReadBody } from "#endpoint/http/readRequest.ts";
import {
  type SignedRefusal,
  signedErrorToRefusal,
  verifyPublished,
} from "#endpoint/published/verifyPublished.ts";
import type { Published, PublishedRefusal, Taken } from "#endpoint/store/store.ts";
import { callToPath } from "#protocol/call.ts";
import { calls } from "#protocol/calls.ts";
import type { Handler, HandlerDeps, Reply } from "./handler.ts";

type Carried = { readonly body: ReadBody<SignedFile>; readonly request: Request };

/** `PUT /v1/editions/{number}`: takes an edition that a publisher has signed, from anyone. */
export const takeEdition: Handler<"takeEdition"> = async (deps, carried) => {
  const taken = await take(deps, carried);
  if (taken.ok) return taken;
  return err(taken.error.type === "conflict" ? { type: "signatureRefused" } : taken.error);
};

/**
 * `PUT /v1/grants/{id}`, `PUT /v1/revocations/{grant}`: as `takeEdition`. Something else under a grant's
 * id is refused like a bad signature: of two files of a publisher about one grant only the first
 * counts, since devices already rely on it, and sending the other again changes nothing.
 */
export const takeGrantOrRevocation = async (
  deps: HandlerDeps,
  carried: Carried,
): Promise<Reply<"takeGrant" | "takeRevocation">> => {
  const taken = await take(deps, carried);
  if (taken.ok) return taken;
  return err(taken.error.type === "malformed" ? taken.error : { type: "signatureRefused" });
};

type TakenReply = { readonly status: 200 | 201; readonly content: { readonly taken: Taken } };

/** 201 the first time, 200 for the same again. */
const take = async (
  { store, clock, publishers }: HandlerDeps,
  { body, request }: Carried,
): Promise<Result<TakenReply, PublishedRefusal | SignedRefusal>> => {
  const published = await verifyPublished(body.content, publishers);
  if (!published.ok) return err(signedErrorToRefusal(published.error));
  if (publishedToPath(published.value) !== new URL(request.url).pathname) {
    return err({ type: "signatureRefused" });
  }
  const saved = await store.savePublished(published.value, clock());
  if (!saved.ok) return saved;
  const taken = saved.value;
  return ok({ status: taken === "now" ? 201 : 200, content: { taken } });
};

/** Where a file belongs by its own content: a grant that is put as an edition goes nowhere. */
const publishedToPath = (published: Published): string => {
  switch (published.type) {
    case "edition":
      return callToPath(calls.takeEdition, { number: published.edition.number });
    case "grant":
      return callToPath(calls.takeGrant, { id: published.grant.id });
    case "revocation":
      return callToPath(calls.takeRevocation, { grant: published.revocation.grant });
  }
};
