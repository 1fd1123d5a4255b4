import { err, ok, type Result } from "#domain/result.ts";
import type { Caller } from "#endpoint/http/admit.ts";
import type { SubscriptionRequest } from "#protocol/subscription.ts";
import type { Handler, HandlerDeps, Refusal } from "./handler.ts";

/** `PUT /v1/subscriptions/{device}`: saves how the caller itself is notified that something waits. */
export const subscribeDevice: Handler<"subscribeDevice"> = async (deps, { caller, body }) => {
  const { store } = deps;
  const { push, mail } = body.content;
  const checked = await check(deps, caller, body.content);
  if (!checked.ok) return checked;
  await store.saveSubscription(caller.enrolment.device, body.content);
  return ok({ status: 200, content: { push: push !== null, mail, epoch: store.epoch } });
};

/** Only ways that this endpoint offers, and only an address that the publisher lists for this desk. */
const check = async (
  { notifier, readNewestEdition }: HandlerDeps,
  { enrolment }: Caller,
  { push, mail }: SubscriptionRequest,
): Promise<Result<void, Refusal<"subscribeDevice">>> => {
  const { offer } = notifier;
  if (push && !offer.push) return err({ type: "noticesNotOffered" });
  if (mail === null) return ok(undefined);
  if (!offer.mail) return err({ type: "noticesNotOffered" });
  const newest = await readNewestEdition();
  const isListed = newest?.desks.get(enrolment.desk)?.has(mail) === true;
  return isListed ? ok(undefined) : err({ type: "mailNotListed" });
};
