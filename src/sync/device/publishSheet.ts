import * as v from "valibot";
import type { Enrolment } from "#domain/device/profile.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { Sheet } from "#domain/trust/registry.ts";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { PublisherAnswer } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import { type EndpointClient, parseJson } from "#sync/endpoint/endpointClient.ts";
import { type RevocationDeps, takeRevocation } from "#sync/pull/takeRevocation.ts";
import type { AskError } from "#sync/useSync.ts";

/**
 * Brings a device's word about its desk's recovery sheet to the endpoint; the same may be brought
 * again. It counts here once the registry is read again.
 */
export const publishSheet = async (
  deps: RevocationDeps & { readonly client: EndpointClient },
  { token }: Enrolment,
  signed: SignedFile,
): Promise<Result<void, AskError>> => {
  const { id } = v.parse(Sheet, parseJson(signed.content));
  const answer = await deps.client.call({
    method: "PUT",
    path: paths.sheet(id),
    schema: PublisherAnswer,
    body: JSON.stringify(signed),
    token,
  });
  if (answer.ok)
    return answer.value.type === "answered" ? ok(undefined) : err({ type: "notReached" });
  await takeRevocation(deps, answer.error);
  return err(answer.error.type === "refused" ? answer.error.error : answer.error);
};
