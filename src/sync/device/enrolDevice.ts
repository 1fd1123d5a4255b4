import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { DeviceKeys } from "#domain/trust/registry.ts";
import { EnrolmentAnswer, type EnrolmentRequest } from "#protocol/messages.ts";
import { paths } from "#protocol/paths.ts";
import { type EndpointClient, parseJson } from "#sync/endpoint/endpointClient.ts";
import type { EnrolError } from "#sync/useSync.ts";

/**
 * Sends a request that `sealing` has prepared and kept: when its answer is lost, the same one goes
 * again. Keeps nothing itself.
 */
export const enrolDevice = async (
  client: EndpointClient,
  request: EnrolmentRequest,
): Promise<Result<EnrolmentAnswer, EnrolError>> => {
  const answer = await client.call({
    method: "POST",
    path: paths.enrolments,
    schema: EnrolmentAnswer,
    body: JSON.stringify(request),
  });
  if (!answer.ok) return err(answer.error.type === "refused" ? answer.error.error : answer.error);
  if (answer.value.type === "notModified" || !isFor(request, answer.value.value)) {
    return err({ type: "notOurEndpoint", httpStatus: 200 });
  }
  return ok(answer.value.value);
};

const isFor = ({ keys }: EnrolmentRequest, { device }: EnrolmentAnswer): boolean => {
  const sent = v.safeParse(DeviceKeys, parseJson(keys.content));
  return sent.success && sent.output.device === device;
};
