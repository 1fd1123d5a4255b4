import * as v from "valibot";
import { EmailAddress } from "#domain/directory/contact.ts";
import { DeviceId } from "#domain/envelope/envelope.ts";
import { Epoch } from "#domain/envelope/receipt.ts";
import type { Call } from "./call.ts";
import { PushKey } from "./health.ts";

/** A browser's push subscription (RFC 8030, RFC 8291). Its service is a host with a name, and no port. */
export type PushTarget = v.InferOutput<typeof PushTarget>;
export const PushTarget = v.strictObject({
  endpoint: v.pipe(
    v.string(),
    v.maxLength(2048),
    v.regex(/^https:\/\/([a-z0-9-]+\.)+[a-z][a-z0-9-]*\/[\x21-\x7e]*$/),
  ),
  keys: v.strictObject({
    p256dh: PushKey,
    auth: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  }),
});

/** `mail` is one of the desk's addresses in the newest edition. */
export type SubscriptionRequest = v.InferOutput<typeof SubscriptionRequest>;
export const SubscriptionRequest = v.strictObject({
  push: v.nullable(PushTarget),
  mail: v.nullable(EmailAddress),
});

/** The subscription as it is now; a restored endpoint (another epoch) may have a different one. */
export type SubscriptionAnswer = v.InferOutput<typeof SubscriptionAnswer>;
export const SubscriptionAnswer = v.object({
  push: v.boolean(),
  mail: v.nullable(EmailAddress),
  epoch: Epoch,
});

/**
 * Says how a device is notified that something waits, and never of what. Replaces what the device said
 * before.
 */
export const subscribeDevice = {
  method: "PUT",
  path: "/v1/subscriptions/{device}",
  access: "ownDevice",
  parameters: { device: DeviceId },
  request: { schema: SubscriptionRequest, size: "signed" },
  answer: SubscriptionAnswer,
  statuses: [200],
  refusals: ["noticesNotOffered", "mailNotListed"],
} as const satisfies Call;
