import type * as v from "valibot";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import {
  type Call,
  fillPath,
  type ParametersOf,
  type QueryOf,
  type RequestOf,
} from "#protocol/call.ts";
import { ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

/** Why a call has no usable answer. */
export type CallFailure =
  /** No network, no endpoint, or no answer in time. */
  | { readonly type: "notReached" }
  /** Something else answered: a hotel's portal, a proxy, a broken page. */
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  /** The endpoint's own refusal. */
  | {
      readonly type: "refused";
      readonly httpStatus: number;
      readonly error: ProtocolError;
      readonly retryAfterMs: number | null;
    };

/** What a call sends, by its row in the protocol's table. */
type Sent<C extends Call> = {
  readonly token?: string;
  /** The tag of the answer that the device has: the call may then be answered with `notModified`. */
  readonly etag?: string;
} & (C extends { readonly parameters: object }
  ? { readonly parameters: ParametersOf<C> }
  : unknown) &
  (C extends { readonly query: object } ? { readonly query: QueryOf<C> } : unknown) &
  // A text is sent as it is: a digest was made over its bytes.
  (C extends { readonly request: object } ? { readonly request: RequestOf<C> | string } : unknown);

/** As `Sent`, where the row is not known. */
type AnySent = {
  readonly token?: string;
  readonly etag?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly request?: unknown;
};

export type CallAnswer<T> =
  | { readonly type: "answered"; readonly value: T; readonly etag: string | null }
  | { readonly type: "notModified" };

export type EndpointClient = {
  readonly call: <C extends AnsweredCall>(
    call: C,
    sent: Sent<C>,
  ) => Promise<Result<CallAnswer<v.InferOutput<C["answer"]>>, CallFailure>>;
};

/** A row whose answer is of the protocol. */
type AnsweredCall = Call & { readonly answer: v.GenericSchema };

const timeoutMs = 30_000;

/** Calls the endpoint at `baseUrl` (no slash at its end). Never rejects. */
export const createEndpointClient = (baseUrl: string): EndpointClient => ({
  call: async <C extends AnsweredCall>(call: C, sent: AnySent) => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(baseUrl + fillPath(call.path, sent.parameters, sent.query), {
        method: call.method,
        headers: createHeaders(sent),
        body: requestToText(sent.request),
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch {
      return err({ type: "notReached" });
    }
    return readAnswer(call, sent, response, text);
  },
});

/** The protocol's answer; anything else is a failure of the network (S4). */
const readAnswer = <C extends AnsweredCall>(
  call: C,
  { etag }: AnySent,
  response: Response,
  text: string,
): Result<CallAnswer<v.InferOutput<C["answer"]>>, CallFailure> => {
  if (response.status === 304 && etag !== undefined) return ok({ type: "notModified" });
  const notOurs = err({ type: "notOurEndpoint" as const, httpStatus: response.status });
  const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== protocolMediaType) return notOurs;
  if (response.ok) {
    const value = parseJson<v.InferOutput<C["answer"]>>(text, call.answer);
    if (value === undefined) return notOurs;
    return ok({ type: "answered", value, etag: response.headers.get("etag") });
  }
  const error = parseJson(text, ProtocolError);
  if (error === undefined) return notOurs;
  return err({
    type: "refused",
    httpStatus: response.status,
    error,
    retryAfterMs: retryAfterMs(response.headers.get("retry-after")),
  });
};

const requestToText = (request: unknown): string | null => {
  if (request === undefined) return null;
  return typeof request === "string" ? request : JSON.stringify(request);
};

const createHeaders = ({ request, token, etag }: AnySent): Headers => {
  const headers = new Headers({ Accept: protocolMediaType });
  if (request !== undefined) headers.set("Content-Type", protocolMediaType);
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  if (etag !== undefined) headers.set("If-None-Match", etag);
  return headers;
};

/** `Retry-After` in seconds (RFC 9110, 10.2.3). A date is ignored: it would depend on two clocks. */
const retryAfterMs = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
