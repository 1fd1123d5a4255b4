import { expect, onTestFinished, test, vi } from "vitest";
import { parseMailServer } from "#endpoint/config/parseConfig.ts";
import { createMailSender } from "#endpoint/notices/createMailSender.ts";
import { createPushKeys, createPushSender } from "#endpoint/notices/createPushSender.ts";
import type { NoticeOutcome } from "#endpoint/notices/notifier.ts";
import { put } from "#tests/unit/endpoint/world/calls.ts";
import { enrol, revoke } from "#tests/unit/endpoint/world/enrolment.ts";
import { createEnvelope } from "#tests/unit/endpoint/world/letters.ts";
import {
  carryMails,
  createNoticeEndpoint,
  jamaicaMail,
  subscribe,
} from "#tests/unit/endpoint/world/notices.ts";
import { readDatabase } from "#tests/unit/endpoint/world/readDatabase.ts";
import { startMailServer } from "#tests/unit/endpoint/world/startMailServer.ts";
import {
  createBrowser,
  readVapid,
  startPushService,
} from "#tests/unit/endpoint/world/startPushService.ts";

const keys = createPushKeys();
const subject = "mailto:desk@enlace.example";

const startPushing = async (timeoutMs = 5_000) => {
  const service = await startPushService();
  const push = createPushSender({ keys, subject, agent: service.agent, timeoutMs });
  const fixture = await createNoticeEndpoint({ push });
  const browser = createBrowser(service.origin);
  await subscribe(fixture.endpoint, fixture.recipient, { push: browser.target, mail: null });
  return { service, browser, push, ...fixture };
};

const startMailing = async (options: { readonly refuses?: boolean; readonly at?: string } = {}) => {
  const mailServer = await startMailServer(options);
  const server = parseMailServer(mailServer.address);
  if (!server) throw new Error("no address");
  const from = "enlace@endpoint.example";
  const timeoutMs = 5_000;
  const mail = createMailSender({ server, from, publicAddress: options.at, timeoutMs });
  const fixture = await createNoticeEndpoint({ mail });
  await subscribe(fixture.endpoint, fixture.recipient, { push: null, mail: jamaicaMail });
  return { mailServer, ...fixture };
};

test("a push bears the endpoint's own key, and for the browser alone the one constant word", async () => {
  const { service, browser, send, endpoint } = await startPushing();
  expect(await send({ urgency: "hours" })).toBe(201);
  await endpoint.notifier.stop();
  expect(service.heard).toHaveLength(1);
  const [heard] = service.heard;
  if (!heard) throw new Error("nothing was heard");
  expect(heard).toMatchObject({ method: "POST", path: "/a" });
  expect(heard.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    ttl: "2419200",
    topic: "waiting",
    urgency: "high",
  });
  expect(heard.body.toString("latin1")).not.toContain("waiting");
  expect(browser.open(heard.body)).toBe('{"type":"waiting"}');
  expect(readVapid(heard, keys.publicKey)).toMatchObject({ aud: service.origin, sub: subject });
});

test("a mail is a constant text in four languages, to the desk's address and with no other link", async () => {
  const { mailServer, send, endpoint } = await startMailing({ at: "https://enlace.example" });
  const envelope = { id: crypto.randomUUID(), urgency: "hours" };
  await send({ ...envelope, thread: envelope.id });
  await endpoint.notifier.stop();
  expect(mailServer.taken).toHaveLength(1);
  const [mail] = mailServer.taken;
  expect(mail).toMatchObject({ from: "enlace@endpoint.example", to: jamaicaMail });
  const text = decodeMail(mail?.text ?? "");
  for (const words of ["is waiting", "Algo espera", "Quelque chose attend", "Algo aguarda"]) {
    expect(text).toContain(words);
  }
  expect(text).toContain("Auto-Submitted: auto-generated");
  expect(text.match(/https?:\S+/g)).toEqual(["https://enlace.example"]);
  for (const word of ["Chile", "CL", "Jamaica", "urgen", "hours", envelope.id, "X-Mailer"]) {
    expect(text.replaceAll(jamaicaMail, "")).not.toContain(word);
  }
});

test("without an address of its own the endpoint puts no link into a mail", async () => {
  const { mailServer, send, endpoint } = await startMailing();
  await send();
  await endpoint.notifier.stop();
  expect(decodeMail(mailServer.taken[0]?.text ?? "")).not.toMatch(/https?:/);
});

test("the answer doesn't wait for a notice, nor fail with it", async () => {
  const { service, send, endpoint } = await startPushing(200);
  service.react("silence");
  expect(await send()).toBe(201);
  expect(service.heard).toEqual([]);
  await endpoint.notifier.stop();
  expect(endpoint.logLines).toContainEqual({
    type: "noticeFailed",
    by: "push",
    reason: expect.any(String),
  });
});

test("the same bytes again, a note and other words within the desk tell nobody", async () => {
  const { service, endpoint, sender, recipient } = await startPushing();
  const own = { from: { state: "JM", desk: "policy" }, to: { state: "JM", desk: "policy" } };
  for (const kind of ["note", "handover", "update"]) {
    expect((await put(endpoint, recipient, createEnvelope({ ...own, kind }))).status).toBe(201);
  }
  const letter = createEnvelope({ sealedTo: [recipient.device] });
  await put(endpoint, sender, letter);
  await vi.waitFor(() => expect(service.heard).toHaveLength(1));
  endpoint.moveClock(3_600_000);
  expect((await put(endpoint, sender, letter)).status).toBe(200);
  await endpoint.notifier.stop();
  expect(service.heard).toHaveLength(1);
});

test.each([404, 410])("a place that is gone (%i) is forgotten", async (status) => {
  const { service, send, endpoint } = await startPushing();
  service.react({ status });
  await send();
  await vi.waitFor(() => expect(readDatabase(endpoint)["subscriptions"]).toEqual([]));
  endpoint.moveClock(3_600_000);
  await send();
  await endpoint.notifier.stop();
  expect(service.heard).toHaveLength(1);
});

test.each([400, 429, 500])(
  "another refusal (%i) is tried again with the next message only",
  async (status) => {
    const { service, send, endpoint, browser } = await startPushing();
    service.react({ status });
    await send();
    await vi.waitFor(() =>
      expect(endpoint.logLines).toContainEqual({
        type: "noticeFailed",
        by: "push",
        reason: `${status}`,
      }),
    );
    expect(JSON.stringify(endpoint.logLines)).not.toContain("push.example");
    service.react({ status: 201 });
    endpoint.moveClock(60_000);
    await send();
    await vi.waitFor(() => expect(service.heard).toHaveLength(2));
    expect(browser.open(service.heard[1]?.body ?? Buffer.alloc(0))).toBe('{"type":"waiting"}');
  },
);

test("a redirect is not followed", async () => {
  const { service, send, endpoint } = await startPushing();
  service.react({ status: 307, headers: { Location: `${service.origin}/elsewhere` } });
  await send();
  await endpoint.notifier.stop();
  expect(service.heard.map(({ path }) => path)).toEqual(["/a"]);
});

test("a mail that isn't taken is logged without its address, and the message is held", async () => {
  const { send, endpoint } = await startMailing({ refuses: true });
  expect(await send()).toBe(201);
  await endpoint.notifier.stop();
  expect(endpoint.logLines).toContainEqual({ type: "noticeFailed", by: "mail", reason: "550" });
  expect(JSON.stringify(endpoint.logLines)).not.toContain(jamaicaMail);
});

test("an address that left the directory is mailed no more", async () => {
  const { mailServer, send, endpoint } = await startMailing();
  await carryMails(endpoint, 9, ["new@enlace.jm.example"]);
  await send();
  await endpoint.notifier.stop();
  expect(mailServer.taken).toEqual([]);
});

test("two devices of a desk with one address get one mail", async () => {
  const { mailServer, send, endpoint } = await startMailing();
  const colleague = await enrol(endpoint, "JM/policy");
  await subscribe(endpoint, colleague, { push: null, mail: jamaicaMail });
  await send();
  await endpoint.notifier.stop();
  expect(mailServer.taken).toHaveLength(1);
});

test("a revoked device is told nothing any more", async () => {
  const { service, endpoint, send, recipient, sender } = await startPushing();
  const colleague = await enrol(endpoint, "JM/policy");
  const browser = createBrowser(service.origin, "colleague");
  await subscribe(endpoint, colleague, { push: browser.target, mail: null });
  await revoke(endpoint, recipient);
  const [kept, ...others] = readDatabase(endpoint)["subscriptions"] as { device: string }[];
  expect([kept?.device, others]).toEqual([colleague.device, []]);
  expect(await send({ sealedTo: [colleague.device, sender.device] })).toBe(201);
  await endpoint.notifier.stop();
  expect(service.heard.map(({ path }) => path)).toEqual(["/colleague"]);
});

test("a device is told once a minute: at once, and once more for all that came meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const told: string[] = [];
  const sent = async (): Promise<NoticeOutcome> => {
    told.push("told");
    return { type: "sent" };
  };
  const { endpoint, recipient, send } = await createNoticeEndpoint({ mail: { send: sent } });
  await subscribe(endpoint, recipient, { push: null, mail: jamaicaMail });
  const settle = () => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));
  await send();
  await vi.waitUntil(() => told.length === 1);
  for (let message = 0; message < 5; message += 1) await send();
  await settle();
  expect(told).toHaveLength(1);
  endpoint.moveClock(60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitUntil(() => told.length === 2);
  endpoint.moveClock(60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  await endpoint.notifier.stop();
  expect(told).toHaveLength(2);
});

/** Headers as they are, the body out of quoted-printable or base64. */
const decodeMail = (text: string): string => {
  const [head = "", ...body] = text.split("\n\n");
  const rest = body.join("\n\n");
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(rest, "base64").toString()}`;
  const bytes = rest
    .replace(/=\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString()}`;
};
