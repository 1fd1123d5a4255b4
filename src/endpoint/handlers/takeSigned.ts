import type { ProtocolError } from "#protocol/errors.ts";
import { type PublisherAnswer, PublisherRequest } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import { answer, refuse } from "../answer.ts";
import type { Handler } from "../handler.ts";
import { readRequest } from "../readRequest.ts";
import { signedErrorToRefusal } from "../signedErrorToRefusal.ts";
import type { PublishedRefusal } from "../store.ts";
import { type Published, verifyPublished } from "../verifyPublished.ts";

/**
 * `PUT /v1/editions/{n}`, `PUT /v1/grants/{id}`, `PUT /v1/revocations/{grant}`: takes what a
 * publisher has signed, whoever brings it. 201 the first time, 200 for the same again.
 */
export const takeSigned: Handler = async (deps, context) => {
  const { store, clock, limits, publishers, publisherLimiter } = deps;
  const admitted = publisherLimiter.take(context.var.address);
  if (!admitted.ok) return refuse(admitted.error);
  const isEdition = context.req.param("number") !== undefined;
  const request = await readRequest(context.req.raw, PublisherRequest, {
    maxBytes: isEdition ? limits.editionMaxBytes : limits.signedMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
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
