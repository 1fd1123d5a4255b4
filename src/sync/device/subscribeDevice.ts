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

/** The ways in which the endpoint notifies devices. */
export const findNoticeOffer = async ({
  client,
}: Pick<Deps, "client">): Promise<Result<NoticeOffer, AskError>> => {
  const answer = await client.call(readHealth, {});
  if (!answer.ok) return err(toAskError(answer.error));
  return answer.value.type === "answered" ? ok(answer.value.value) : err({ type: "notReached" });
};

/**
 * Replaces this device's subscription at the endpoint, and saves the answer. A failure leaves the saved
 * answer as it is.
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

/** The address among these that was chosen; null if none was, or if it isn't among them. */
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

/** Identifies a chosen address without revealing it. */
export const mailToDigest = (device: DeviceId, mail: string): Promise<Digest> =>
  digestText(`${device} ${mail}`);
