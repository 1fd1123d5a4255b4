import { answer } from "#endpoint/http/answer.ts";
import { createOpenapi } from "#endpoint/openapi/createOpenapi.ts";
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

let document: string | undefined;

/** `GET /v1/openapi.json`: about the protocol, not of it, so that any tool can read it. */
export const readOpenapi: Handler = () => {
  document ??= JSON.stringify(createOpenapi());
  return new Response(document, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-cache" },
  });
};
