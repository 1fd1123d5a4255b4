import { once } from "node:events";
import { connect, type Socket } from "node:net";
import * as v from "valibot";
import { onTestFinished } from "vitest";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { FeedAnswer, type FeedRow } from "#protocol/messages.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { createSigningSeed, seedToPublicKey } from "#signing/signText.ts";
import { enrol, invite, revoke, type TestDevice } from "./enrolment.ts";
import type { TestEnvelope } from "./letters.ts";
import type { RunningServer } from "./servers.ts";
import type { TestEndpoint } from "./testEndpoint.ts";

/** Sends all of a PUT but its last byte, which `finish` sends; gives the answer's text. */
export const beginPut = async (
  server: RunningServer,
  device: Bearer,
  envelope: { readonly id: string },
) => {
  const text = JSON.stringify(envelope);
  const socket: Socket = connect(Number(new URL(server.address).port), "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "connect");
  // `100 Continue` tells that the endpoint has begun with the request.
  socket.write(
    [
      `PUT /v1/messages/${envelope.id} HTTP/1.1`,
      "Host: localhost",
      `Authorization: ${bearer(device).Authorization}`,
      `Content-Type: ${protocolMediaType}`,
      `Content-Length: ${text.length}`,
      "Expect: 100-continue",
      "\r\n",
    ].join("\r\n"),
  );
  await once(socket, "data");
  socket.write(text.slice(0, -1));
  answer = "";
  return {
    finish: async () => {
      socket.write(text.slice(-1));
      await once(socket, "close");
      return answer;
    },
  };
};

/** Who calls: what it bears, and what it signs with where a call asks for a signature. */
export type TestCaller = {
  readonly token: string | undefined;
  /** Its id, if it is a device. */
  readonly device: string | undefined;
  readonly seed: Uint8Array;
  /** The key that its files name; not always one that it has. */
  readonly key: PublicKey;
};

/**
 * Every kind of caller, against `CL/policy` as the desk and `own` as the device that calls are about;
 * and the device that the desk may write to.
 */
export const createCallers = async (endpoint: TestEndpoint) => {
  const expired = await invite(endpoint, "CL/policy", "desk", 1);
  endpoint.moveClock(2 * 86_400_000);
  const open = await invite(endpoint, "CL/policy");
  const invited = await invite(endpoint, "CL/policy");
  const revoked = await enrol(endpoint, "CL/policy");
  await revoke(endpoint, revoked);
  const otherState = await enrol(endpoint, "JM/policy");
  const ownDesk = await enrol(endpoint, "CL/policy");
  const callers = {
    nobody: createCaller(createSigningSeed()),
    stranger: { ...createCaller(createSigningSeed()), token: "a-token-of-nobody" },
    reader: deviceToCaller(await enrol(endpoint, "CL/policy", "reader")),
    otherState: deviceToCaller(otherState),
    otherDesk: deviceToCaller(await enrol(endpoint, "CL/foreign-affairs")),
    ownDesk: deviceToCaller(ownDesk),
    colleague: deviceToCaller(await enrol(endpoint, "CL/policy")),
    revoked: deviceToCaller(revoked),
    invited: createCaller(invited.seed),
    expired: createCaller(expired.seed),
    // It knows the grant of an open invitation, as all that stands in its database, and no secret.
    endpointItself: { ...createCaller(createSigningSeed()), key: open.grant.invitationKey },
    otherPublisher: createCaller(createSigningSeed()),
    // The trusted key's name, without the key.
    forger: { ...createCaller(createSigningSeed()), key: endpoint.publisher.key },
    publisher: createCaller(endpoint.publisher.seed),
  } satisfies Record<string, TestCaller>;
  return { callers, recipient: otherState.device, own: ownDesk.device };
};

export type CallerName = keyof Awaited<ReturnType<typeof createCallers>>["callers"];

const createCaller = (seed: Uint8Array): TestCaller => ({
  token: undefined,
  device: undefined,
  seed,
  key: seedToPublicKey(seed),
});

const deviceToCaller = ({ token, device, signingSeed }: TestDevice): TestCaller => ({
  ...createCaller(signingSeed),
  token,
  device,
});

/** Where a test sends its calls: an endpoint in this process, or a real one. */
export type Target = {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
};

/** What a call needs of a device. */
type Bearer = { readonly token: string };

/** A request with a body in the protocol's media type. */
export const post = (content: unknown, method = "POST") => ({
  method,
  headers: { "Content-Type": protocolMediaType },
  body: JSON.stringify(content),
});

export const bearer = ({ token }: Bearer): { readonly Authorization: string } => ({
  Authorization: `Bearer ${token}`,
});

/** Puts a publisher's file where it says itself that it belongs, as whoever carries it does. */
export const carry = (target: Target, file: SignedFile): Promise<Response> => {
  const content = JSON.parse(file.content);
  const place = { edition: "editions", revocation: "revocations", grant: "grants" };
  const name = place[file.purpose as keyof typeof place];
  const id = file.purpose === "edition" ? content.number : (content.grant ?? content.id);
  return target.request(`/v1/${name}/${id}`, post(file, "PUT"));
};

/** `PUT /v1/messages/{id}` with the envelope's JSON, or with exactly the text that is given. */
export const put = (
  target: Target,
  device: Bearer,
  envelope: Pick<TestEnvelope, "id">,
  text = JSON.stringify(envelope),
): Promise<Response> =>
  target.request(`/v1/messages/${envelope.id}`, {
    method: "PUT",
    headers: { "Content-Type": protocolMediaType, ...bearer(device) },
    body: text,
  });

/** `GET /v1/messages` for a desk. */
export const pull = (
  target: Target,
  device: Bearer,
  desk: string,
  query = "after=0&limit=100",
): Promise<Response> =>
  target.request(`/v1/messages?desk=${encodeURIComponent(desk)}&${query}`, {
    headers: bearer(device),
  });

/** The first page of a desk's feed, parsed. */
const pullRows = async (
  target: Target,
  device: Bearer,
  desk: string,
): Promise<readonly FeedRow[]> =>
  v.parse(FeedAnswer, await (await pull(target, device, desk)).json()).rows;

export const pullEnvelopes = async (target: Target, device: Bearer, desk: string) =>
  (await pullRows(target, device, desk)).flatMap((row) => (row.type === "envelope" ? [row] : []));

export const pullNotices = async (target: Target, device: Bearer, desk: string) =>
  (await pullRows(target, device, desk)).flatMap((row) => (row.type === "envelope" ? [] : [row]));
