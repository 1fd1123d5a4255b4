import { answer } from "#endpoint/http/answer.ts";
import type { HealthAnswer } from "#protocol/messages.ts";
import { protocolVersion } from "#protocol/version.ts";
import type { Handler } from "./handler.ts";

/** `GET /v1/health`: alive, the protocol's version, the epoch, and how it tells that something waits. */
export const readHealth: Handler = ({ store, notifier }) => {
  const health: HealthAnswer = {
    protocol: protocolVersion,
    epoch: store.epoch,
    ...notifier.offer,
  };
  return answer(200, health);
};
