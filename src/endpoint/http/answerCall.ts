import type { Context } from "hono";
import { ok, type Result } from "#domain/result.ts";
import type { Limits } from "#endpoint/config/limits.ts";
import type { Call } from "#protocol/call.ts";
import { errorStatuses, type ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";
import { type AdmitDeps, admit, type Caller } from "./admit.ts";
import type { EndpointEnv } from "./log.ts";
import type { Slots } from "./rates.ts";
import { checkDeclared, parseQuery, type ReadBody, readRequest } from "./readRequest.ts";

type AnswerDeps = AdmitDeps & { readonly limits: Limits; readonly editionSlots: Slots };

/** An admitted and parsed call of any row. */
export type AnyAsked = {
  readonly caller: Caller | undefined;
  /** Parts of the path, as they were written. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: ReadBody<unknown> | undefined;
  readonly request: Request;
};

/** A handler's answer to a call of any row; a `Response` is ready-made, with its own headers. */
export type AnyReply =
  | Result<{ readonly status: number; readonly content: unknown }, ProtocolError>
  | Response;

/** Checks a row's access, parses the query and the body by it, and only then asks its handler. */
export const answerCall = async (
  deps: AnswerDeps,
  call: Call,
  context: Context<EndpointEnv>,
  handle: (asked: AnyAsked) => AnyReply | Promise<AnyReply>,
): Promise<Response> => {
  const request = context.req.raw;
  const parameters = context.req.param();
  const asking = { request, address: context.var.address, device: parameters["device"] };
  const caller = await admit(deps, call.access, asking);
  if (!caller.ok) return refuse(caller.error);
  const query = call.query
    ? parseQuery(call.query, new URL(request.url).searchParams)
    : ok(undefined);
  if (!query.ok) return refuse(query.error);
  const asked = { caller: caller.value, parameters, query: query.value, request };
  const reply = await withBody(deps, call, asking, (body) => handle({ ...asked, body }));
  if (reply instanceof Response) return reply;
  return reply.ok ? answer(reply.value.status, reply.value.content) : refuse(reply.error);
};

/** Reads the body, if the call has one, and passes it on. */
const withBody = async (
  { limits, editionSlots }: AnswerDeps,
  { request: expected }: Call,
  { request, address }: { readonly request: Request; readonly address: string },
  handle: (body: ReadBody<unknown> | undefined) => AnyReply | Promise<AnyReply>,
): Promise<AnyReply> => {
  if (!expected) return handle(undefined);
  const { schema, size } = expected;
  const maxBytes = limits[`${size}MaxBytes`];
  const declared = checkDeclared(request, maxBytes);
  if (!declared.ok) return declared;
  // An edition is large, and in memory before its signature can be checked.
  const slot = size === "edition" ? editionSlots.take(address) : ok(() => {});
  if (!slot.ok) return slot;
  const free = slot.value;
  try {
    const body = await readRequest(request, schema, { maxBytes, timeoutMs: limits.bodyTimeoutMs });
    return body.ok ? await handle(body.value) : body;
  } finally {
    free();
  }
};

/** No cache between us and the device may keep it. */
const answer = (status: number, content: unknown): Response =>
  new Response(JSON.stringify(content), {
    status,
    headers: { "Content-Type": protocolMediaType, "Cache-Control": "no-store" },
  });

/** A refusal of the protocol, with its status from `errorStatuses`. */
export const refuse = (error: ProtocolError): Response => {
  const response = answer(errorStatuses[error.type], error);
  // RFC 9110 requires it to name a way to authenticate.
  if (response.status === 401) response.headers.set("WWW-Authenticate", "Bearer");
  const retryAfterS = "retryAfterS" in error ? error.retryAfterS : undefined;
  if (retryAfterS !== undefined) response.headers.set("Retry-After", `${retryAfterS}`);
  return response;
};
