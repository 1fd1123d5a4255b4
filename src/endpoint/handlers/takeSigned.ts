import type { Context } from "hono";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { checkDeclared, readRequest } from "#endpoint/http/readRequest.ts";
import {
  type Published,
  signedErrorToRefusal,
  verifyPublished,
} from "#endpoint/published/verifyPublished.ts";
import type { PublishedRefusal } from "#endpoint/store/store.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { type PublisherAnswer, PublisherRequest } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import type { EndpointEnv, Handler, HandlerDeps } from "./handler.ts";

/**
 * `PUT /v1/editions/{n}`, `PUT /v1/grants/{id}`, `PUT /v1/revocations/{grant}`: takes what a
 * publisher has signed, whoever brings it. 201 the first time, 200 for the same again.
 */
export const takeSigned: Handler = async (deps, context) => {
  const { limits, publisherLimiter, editionSlots } = deps;
  const { address } = context.var;
  const admitted = publisherLimiter.take(address);
  if (!admitted.ok) return refuse(admitted.error);
  const isEdition = context.req.param("number") !== undefined;
  if (!isEdition) return take(deps, context, limits.signedMaxBytes);
  // An edition is large, and in memory before its signature can be looked at.
  const declared = checkDeclared(context.req.raw, limits.editionMaxBytes);
  if (!declared.ok) return refuse(declared.error);
  const slot = editionSlots.take(address);
  if (!slot.ok) return refuse(slot.error);
  const free = slot.value;
  try {
    return await take(deps, context, limits.editionMaxBytes);
  } finally {
    free();
  }
};

const take = async (
  { store, clock, limits, publishers }: HandlerDeps,
  context: Context<EndpointEnv>,
  maxBytes: number,
): Promise<Response> => {
  const bodyLimits = { maxBytes, timeoutMs: limits.bodyTimeoutMs };
  const request = await readRequest(context.req.raw, PublisherRequest, bodyLimits);
  if (!request.ok) return refuse(request.error);
  const published = await verifyPublished(request.value.content, publishers);
  if (!published.ok) return refuse(signedErrorToRefusal(published.error));
  if (publishedToPath(published.value) !== new URL(context.req.url).pathname) {
    return refuse({ type: "signatureRefused" });
  }
  const taken = await store.savePublished(published.value, clock());
  if (!taken.ok) return refuse(toProtocolError(taken.error));
  const content: PublisherAnswer = { taken: taken.value };
  return answer(taken.value === "now" ? 201 : 200, content);
};

/** Where it belongs, by what it says itself: a grant put as an edition goes nowhere either. */
const publishedToPath = (published: Published): string => {
  switch (published.type) {
    case "edition":
      return paths.edition(published.edition.number);
    case "grant":
      return paths.grant(published.grant.id);
    case "revocation":
      return paths.revocation(published.revocation.grant);
  }
};

/**
 * Something else under a grant's id is refused as a signature: of two words of a publisher about one
 * grant only the first counts, since devices already rely on it, and no second try changes that.
 */
const toProtocolError = (refusal: PublishedRefusal): ProtocolError =>
  refusal.type === "editionOlder" ? refusal : { type: "signatureRefused" };
