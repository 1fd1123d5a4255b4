import { once } from "node:events";
import { connect, type Socket } from "node:net";
import * as v from "valibot";
import { onTestFinished } from "vitest";
import type { SignedFile, SignedPurpose } from "#domain/trust/signedFile.ts";
import { FeedAnswer, type FeedRow } from "#protocol/messages.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { TestEnvelope } from "./letters.ts";

/** Sends all of a PUT but its last byte, which `finish` sends; gives the answer's text. */
export const beginPut = async (
  server: { readonly address: string },
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

/** Puts a publisher's file under the id in its own content, as `carry` does. */
export const carry = (target: Target, file: SignedFile): Promise<Response> => {
  const content = JSON.parse(file.content);
  const id = file.purpose === "edition" ? content.number : (content.grant ?? content.id);
  return target.request(`/v1/${folders[file.purpose]}/${id}`, post(file, "PUT"));
};

const folders: Partial<Record<SignedPurpose, string>> = {
  edition: "editions",
  revocation: "revocations",
  grant: "grants",
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
