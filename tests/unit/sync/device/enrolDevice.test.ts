import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { EnrolmentRequest } from "#protocol/enrolment.ts";
import { digestText } from "#signing/digestText.ts";
import { enrolDevice } from "#sync/createSync.ts";
import { createEndpointClient } from "#sync/endpoint/endpointClient.ts";
import {
  answer,
  hangUp,
  portal,
  type Reaction,
  refuse,
  startAnswering,
} from "#tests/unit/sync/answering/startAnswering.ts";
import { uruguay } from "#tests/world/desks.ts";
import { signedKeys } from "#tests/world/signed.ts";
import { deviceOf, ownGrant } from "#tests/world/syncDevice.ts";

const prepare = async (): Promise<EnrolmentRequest> => ({
  keys: signedKeys(ownGrant),
  tokenHash: await digestText("a token that stays here"),
});

const enrolled =
  (device: string): Reaction =>
  (_heard, response) =>
    answer(response, 201, {
      device,
      role: "desk",
      desk: uruguay,
      enrolledAt: "2026-11-22T15:00:01.000Z",
      epoch: "5d1f4c4e-6a1c-4c39-9c57-2a3fb1f0a1d2",
    });

test("a prepared request is sent as it is, and answered with the desk", async () => {
  const endpoint = await startAnswering(enrolled(deviceOf(ownGrant)));
  const request = await prepare();
  const answered = await enrolDevice(createEndpointClient(endpoint.url), request);
  expect(answered).toMatchObject({ ok: true, value: { role: "desk", desk: uruguay } });
  expect(JSON.parse(endpoint.heard[0]?.body ?? "")).toEqual(request);
});

test.each<[string, Reaction, string]>([
  ["an invitation that was used", refuse(409, { type: "invitationUsed" }), "invitationUsed"],
  ["an expired one", refuse(410, { type: "invitationExpired" }), "invitationExpired"],
  ["an unknown one", refuse(404, { type: "invitationUnknown" }), "invitationUnknown"],
  ["a portal's page", portal(200), "notOurEndpoint"],
  ["an answer for another device", enrolled(randomUUID()), "notOurEndpoint"],
  ["no answer", hangUp, "notReached"],
])("%s is told", async (_what, reaction, type) => {
  const endpoint = await startAnswering(reaction);
  const answered = await enrolDevice(createEndpointClient(endpoint.url), await prepare());
  expect(answered).toMatchObject({ ok: false, error: { type } });
});
