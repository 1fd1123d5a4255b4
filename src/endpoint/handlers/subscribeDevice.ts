import { err, ok, type Result } from "#domain/result.ts";
import type { Caller } from "#endpoint/http/admit.ts";
import { answer, refuse } from "#endpoint/http/answer.ts";
import { readRequest } from "#endpoint/http/readRequest.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { type SubscriptionAnswer, SubscriptionRequest } from "#protocol/messages.ts";
import type { DeskHandler, HandlerDeps } from "./handler.ts";

/** `PUT /v1/subscriptions/{device}`: where the caller itself is told that something waits. */
export const subscribeDevice: DeskHandler = async (deps, context, caller) => {
  const { store, limits } = deps;
  const { device } = caller.enrolment;
  if (context.req.param("device") !== device) return refuse({ type: "forbidden" });
  const request = await readRequest(context.req.raw, SubscriptionRequest, {
    maxBytes: limits.signedMaxBytes,
    timeoutMs: limits.bodyTimeoutMs,
  });
  if (!request.ok) return refuse(request.error);
  const subscription = request.value.content;
  const checked = await check(deps, caller, subscription);
  if (!checked.ok) return refuse(checked.error);
  await store.saveSubscription(device, subscription);
  const content: SubscriptionAnswer = {
    push: subscription.push !== null,
    mail: subscription.mail,
    epoch: store.epoch,
  };
  return answer(200, content);
};

/** What this endpoint can do, and to no address but one that the publisher has signed for this desk. */
const check = async (
  { notifier, readNewestEdition }: HandlerDeps,
  { enrolment }: Caller,
  { push, mail }: SubscriptionRequest,
): Promise<Result<void, ProtocolError>> => {
  const { offer } = notifier;
  if (push && !offer.push) return err({ type: "noticesNotOffered" });
  if (mail === null) return ok(undefined);
  if (!offer.mail) return err({ type: "noticesNotOffered" });
  const newest = await readNewestEdition();
  const isListed = newest?.desks.get(enrolment.desk)?.has(mail) === true;
  return isListed ? ok(undefined) : err({ type: "mailNotListed" });
};
