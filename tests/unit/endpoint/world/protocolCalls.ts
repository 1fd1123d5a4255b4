import type { SignedFile } from "#domain/trust/signedFile.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { TestEnvelope } from "./createEnvelope.ts";

/** Where a test sends its calls: an endpoint in this process, or a real one. */
export type Target = {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
};
/** What a call needs of a device. */
export type Bearer = { readonly token: string };

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
