import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

/** Why a call brought no answer that can be used. */
export type CallFailure =
  /** No network, no endpoint, or it did not answer in time. */
  | { readonly type: "notReached" }
  /** Something answered that is not our endpoint: a hotel's portal, a proxy, a broken page. */
  | { readonly type: "notOurEndpoint"; readonly httpStatus: number }
  /** The endpoint's own refusal. */
  | {
      readonly type: "refused";
      readonly httpStatus: number;
      readonly error: ProtocolError;
      readonly retryAfterMs: number | null;
    };

type Call<T> = {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly body?: string;
  readonly token?: string;
  readonly etag?: string;
};

export type CallAnswer<T> =
  | { readonly type: "answered"; readonly value: T; readonly etag: string | null }
  | { readonly type: "notModified" };

export type EndpointClient = {
  readonly call: <T>(call: Call<T>) => Promise<Result<CallAnswer<T>, CallFailure>>;
};

const timeoutMs = 30_000;

/** Calls the endpoint at `baseUrl` (no slash at its end). Never rejects. */
export const createEndpointClient = (baseUrl: string): EndpointClient => ({
  call: async <T>(call: Call<T>) => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(baseUrl + call.path, {
        method: call.method,
        headers: callHeaders(call),
        body: call.body ?? null,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch {
      return err({ type: "notReached" });
    }
    return readAnswer(call, response, text);
  },
});

/** The answer of the protocol, or the network's failure in its place (S4). */
const readAnswer = <T>(
  call: Call<T>,
  response: Response,
  text: string,
): Result<CallAnswer<T>, CallFailure> => {
  if (response.status === 304 && call.etag !== undefined) return ok({ type: "notModified" });
  const notOurs = err({ type: "notOurEndpoint" as const, httpStatus: response.status });
  const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== protocolMediaType) return notOurs;
  const json = parseJson(text);
  if (response.ok) {
    const parsed = v.safeParse(call.schema, json);
    if (!parsed.success) return notOurs;
    return ok({ type: "answered", value: parsed.output, etag: response.headers.get("etag") });
  }
  const refusal = v.safeParse(ProtocolError, json);
  if (!refusal.success) return notOurs;
  return err({
    type: "refused",
    httpStatus: response.status,
    error: refusal.output,
    retryAfterMs: retryAfterMs(response.headers.get("retry-after")),
  });
};

const callHeaders = (call: Call<unknown>): Headers => {
  const headers = new Headers({ Accept: protocolMediaType });
  if (call.body !== undefined) headers.set("Content-Type", protocolMediaType);
  if (call.token !== undefined) headers.set("Authorization", `Bearer ${call.token}`);
  if (call.etag !== undefined) headers.set("If-None-Match", call.etag);
  return headers;
};

/** `Retry-After` in seconds (RFC 9110, 10.2.3); a date would rest on two clocks, so it is not read. */
const retryAfterMs = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;

/** What `text` says as JSON; undefined if it is none, which no schema takes. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
