import type { HealthAnswer } from "#protocol/messages.ts";
import { protocolVersion } from "#protocol/version.ts";
import { answer } from "../answer.ts";
import type { Handler } from "../handler.ts";

/** `GET /v1/health`: alive, the protocol's version, the epoch. */
export const readHealth: Handler = ({ store }) => {
  const health: HealthAnswer = { protocol: protocolVersion, epoch: store.epoch };
  return answer(200, health);
};
