import type { Enrolment } from "#domain/device/profile.ts";
import type { DeviceId, Digest } from "#domain/envelope/envelope.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { readHealth } from "#protocol/health.ts";
import {
  type SubscriptionRequest,
  subscribeDevice as subscribeDeviceCall,
} from "#protocol/subscription.ts";
import { digestText } from "#signing/digestText.ts";
import type { Subscribed } from "#storage/database.ts";
import { saveSubscribed } from "#storage/device/subscribed.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import type { CallFailure, EndpointClient } from "#sync/endpoint/endpointClient.ts";
import { type RevocationDeps, takeRevocation } from "#sync/pull/takeRevocation.ts";
import type { AskError, NoticeOffer } from "#sync/useSync.ts";

type Deps = RevocationDeps & { readonly client: EndpointClient };

/** By which ways the endpoint tells that something waits. */
export const findNoticeOffer = async ({
  client,
}: Pick<Deps, "client">): Promise<Result<NoticeOffer, AskError>> => {
  const answer = await client.call(readHealth, {});
  if (!answer.ok) return err(toAskError(answer.error));
  return answer.value.type === "answered" ? ok(answer.value.value) : err({ type: "notReached" });
};

/**
 * Says where this device is told that something waits, in the place of what was said before, and
 * keeps what the endpoint answered. A failure leaves what is kept as it is.
 */
export const subscribeDevice = async (
  deps: Deps,
  { device, token }: Enrolment,
  request: SubscriptionRequest,
): Promise<Result<void, AskError | StorageError>> => {
  const answer = await deps.client.call(subscribeDeviceCall, {
    parameters: { device },
    request,
    token,
  });
  if (!answer.ok) {
    await takeRevocation(deps, answer.error);
    return err(toAskError(answer.error));
  }
  if (answer.value.type !== "answered") return err({ type: "notReached" });
  const { push, mail, epoch } = answer.value.value;
  const pushEndpoint = push ? (request.push?.endpoint ?? null) : null;
  const mailDigest = mail === null ? null : await mailToDigest(device, mail);
  return tryStorage(() =>
    saveSubscribed(deps.database, { device, pushEndpoint, mailDigest, epoch }),
  );
};

const toAskError = (failure: CallFailure): AskError =>
  failure.type === "refused" ? failure.error : failure;

/** The one of these addresses that was chosen; null if none was, or it can't be read now. */
export const findChosenMail = async (
  addresses: readonly string[],
  subscribed: Subscribed | undefined,
): Promise<string | null> => {
  if (!subscribed?.mailDigest) return null;
  for (const mail of addresses) {
    if ((await mailToDigest(subscribed.device, mail)) === subscribed.mailDigest) return mail;
  }
  return null;
};

/** By which a chosen address is known again among those that can be read. */
export const mailToDigest = (device: DeviceId, mail: string): Promise<Digest> =>
  digestText(`${device} ${mail}`);
