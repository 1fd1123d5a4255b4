import { expect, test } from "vitest";
import type { MailSender, PushSender } from "#endpoint/notices/notifier.ts";
import type { PushTarget } from "#protocol/subscription.ts";
import {
  chileMail,
  createNoticeEndpoint,
  jamaicaMail,
  subscribe,
} from "#tests/unit/endpoint/world/notices.ts";
import { readDatabase } from "#tests/unit/endpoint/world/readDatabase.ts";

const key = `B${"k".repeat(86)}`;
const push: PushSender = { key, send: async () => ({ type: "sent" }) };
const mail: MailSender = { send: async () => ({ type: "sent" }) };
const target: PushTarget = {
  endpoint: "https://push.example/a-place",
  keys: { p256dh: key, auth: "a".repeat(22) },
};

test("what it offers stands in its health", async () => {
  const { endpoint } = await createNoticeEndpoint({ push, mail });
  const health = await (await endpoint.request("/v1/health")).json();
  expect(health).toMatchObject({ push: { key }, mail: true });
});

test("a device is answered with what is held of it, and the next word replaces the last", async () => {
  const { endpoint, recipient } = await createNoticeEndpoint({ push, mail });
  const { epoch } = endpoint.store;
  const first = await subscribe(endpoint, recipient, { push: target, mail: jamaicaMail });
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ push: true, mail: jamaicaMail, epoch });
  const second = await subscribe(endpoint, recipient, { push: null, mail: jamaicaMail });
  expect(await second.json()).toEqual({ push: false, mail: jamaicaMail, epoch });
  expect(readDatabase(endpoint)["subscriptions"]).toMatchObject([
    { push: null, mail: jamaicaMail },
  ]);
  await subscribe(endpoint, recipient, { push: null, mail: null });
  expect(readDatabase(endpoint)["subscriptions"]).toEqual([]);
});

test("nobody is mailed at will: the address has to be one of the desk's own", async () => {
  const { endpoint, recipient } = await createNoticeEndpoint({ push, mail });
  for (const address of [chileMail, "desk@secretariat.example", "somebody@else.example"]) {
    const answer = await subscribe(endpoint, recipient, { push: target, mail: address });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ type: "mailNotListed" });
  }
  expect(readDatabase(endpoint)["subscriptions"]).toEqual([]);
});

test("what the endpoint doesn't offer is refused, and not kept for later", async () => {
  const { endpoint, recipient } = await createNoticeEndpoint({});
  for (const wanted of [
    { push: target, mail: null },
    { push: null, mail: jamaicaMail },
  ]) {
    const answer = await subscribe(endpoint, recipient, wanted);
    expect(await answer.json()).toEqual({ type: "noticesNotOffered" });
  }
  expect(readDatabase(endpoint)["subscriptions"]).toEqual([]);
  expect((await subscribe(endpoint, recipient, { push: null, mail: null })).status).toBe(200);
});

test.each([
  "http://push.example/a",
  "https://push.example",
  "https://127.0.0.1/a",
  "https://2130706433/a",
  "https://[::1]/a",
  "https://localhost/a",
  "https://user:password@push.example/a",
  "https://push.example:8443/a",
  "https://push.example/a b",
  "ftp://push.example/a",
  `https://push.example/${"a".repeat(2048)}`,
])("a place to push that can't be a push service's is malformed: %s", async (place) => {
  const { endpoint, recipient } = await createNoticeEndpoint({ push, mail });
  const answer = await subscribe(endpoint, recipient, {
    push: { ...target, endpoint: place },
    mail: null,
  });
  expect(answer.status).toBe(400);
  expect(readDatabase(endpoint)["subscriptions"]).toEqual([]);
});

test("the body is strict, and small", async () => {
  const { endpoint, recipient } = await createNoticeEndpoint({ push, mail });
  const wrong = [
    {},
    { push: null },
    { push: null, mail: null, sms: "+1" },
    { push: { ...target, expirationTime: null }, mail: null },
    { push: { ...target, keys: { ...target.keys, p256dh: "short" } }, mail: null },
    { push: null, mail: "no address" },
  ];
  for (const subscription of wrong) {
    expect((await subscribe(endpoint, recipient, subscription)).status).toBe(400);
  }
  const large = { push: null, mail: "a".repeat(9_000) };
  expect((await subscribe(endpoint, recipient, large)).status).toBe(413);
});
