import type { IncomingMessage } from "node:http";
import { type Agent, request } from "node:https";
import webPush from "web-push";
import type { PushKeys } from "#endpoint/store/store.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import { failureToReason, type NoticeOutcome, type PushSender } from "./notifier.ts";

type PushSenderOptions = {
  readonly keys: PushKeys;
  /** Our contact address for push services: `mailto:` or `https:` (RFC 8292, 2.1). */
  readonly subject: string;
  readonly agent: Agent;
  readonly timeoutMs: number;
};

/** The same for every message, and still encrypted for the browser (RFC 8291). */
const payload = JSON.stringify({ type: "waiting" });

/** Four weeks: a phone may be off for that long. */
const keptS = 28 * 86_400;

/**
 * Sends the one constant notification to a push service. `topic` asks the service to keep only one at a
 * time. The urgency wakes the phone, and is the same for every inquiry, so that the service can't tell
 * them apart. Follows no redirect and reads no answer's body.
 */
export const createPushSender = (options: PushSenderOptions): PushSender => ({
  key: options.keys.publicKey,
  send: async (target) => {
    try {
      return statusToOutcome(await post(target, options));
    } catch (error) {
      return { type: "failed", reason: failureToReason(error) };
    }
  },
});

/** A new key pair, for an endpoint that has none. */
export const createPushKeys = (): PushKeys => webPush.generateVAPIDKeys();

/** RFC 8030, 7.3; a redirect is a failure like any other. */
const statusToOutcome = (status: number): NoticeOutcome => {
  if (status >= 200 && status < 300) return { type: "sent" };
  return status === 404 || status === 410
    ? { type: "gone" }
    : { type: "failed", reason: `${status}` };
};

const post = (
  target: PushTarget,
  { keys, subject, agent, timeoutMs }: PushSenderOptions,
): Promise<number> => {
  const { headers, body, endpoint } = webPush.generateRequestDetails(target, payload, {
    vapidDetails: { subject, ...keys },
    TTL: keptS,
    urgency: "high",
    topic: "waiting",
  });
  // The package's own timeout only covers an idle connection, and it reads answers of any size.
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const sent = request(new URL(endpoint), { method: "POST", headers, agent, signal });
    sent.on("error", reject);
    sent.on("response", (response: IncomingMessage) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.end(body);
  });
};
