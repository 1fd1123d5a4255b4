import type * as v from "valibot";
import { ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { decodeRequest, parseRequest } from "./parseRequest.ts";
import { type BodyLimits, readBody } from "./readBody.ts";

export type ReadRequest<T> = {
  readonly content: T;
  /** The bytes as they came, and as text. */
  readonly bytes: Uint8Array;
  readonly text: string;
};

/** A request's body by a schema, with the very bytes that it came in. */
export const readRequest = async <const S extends v.GenericSchema>(
  request: Request,
  schema: S,
  limits: BodyLimits,
): Promise<Result<ReadRequest<v.InferOutput<S>>, ProtocolError>> => {
  const bytes = await readBody(request, limits);
  if (!bytes.ok) return bytes;
  const text = decodeRequest(bytes.value);
  if (!text.ok) return text;
  const content = parseRequest(schema, text.value);
  if (!content.ok) return content;
  return ok({ content: content.value, bytes: bytes.value, text: text.value });
};
