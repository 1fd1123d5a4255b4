import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

/** A body that a schema has taken. */
export type ReadBody<T> = {
  readonly content: T;
  /** Exactly as they came, and decoded. */
  readonly bytes: Uint8Array;
  readonly text: string;
};

/** Parses a request's body by a schema, and keeps its exact bytes. */
export const readRequest = async <const S extends v.GenericSchema>(
  request: Request,
  schema: S,
  limits: BodyLimits,
): Promise<Result<ReadBody<v.InferOutput<S>>, ProtocolError>> => {
  const bytes = await readBody(request, limits);
  if (!bytes.ok) return bytes;
  const text = decodeRequest(bytes.value);
  if (!text.ok) return text;
  const content = parseRequest(schema, text.value);
  if (!content.ok) return content;
  return ok({ content: content.value, bytes: bytes.value, text: text.value });
};

/** Checks a request's headers before its body is read: our media type, and not too large. */
export const checkDeclared = (request: Request, maxBytes: number): Result<void, ProtocolError> => {
  if (!hasOurMediaType(request)) return err({ type: "unsupportedMediaType" });
  const declaredBytes = Number(request.headers.get("Content-Length") ?? 0);
  return declaredBytes > maxBytes ? err({ type: "tooLarge", maxBytes }) : ok(undefined);
};

const hasOurMediaType = (request: Request): boolean => {
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  return type.trim().toLowerCase() === protocolMediaType && encoding === "identity";
};

/** Strict UTF-8, so that the text has the same bytes again, and the same digest. */
const decodeRequest = (bytes: Uint8Array): Result<string, ProtocolError> => {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err({ type: "malformed", issues: ["not UTF-8"] });
  }
};

/** Parses JSON by a schema. A refusal names paths and the rules that were broken, never a value. */
const parseRequest = <const S extends v.GenericSchema>(
  schema: S,
  text: string,
): Result<v.InferOutput<S>, ProtocolError> => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ type: "malformed", issues: ["not JSON"] });
  }
  return parseContent(schema, content);
};

/** Parses a query by a schema. The last one of repeated parameters is used. */
export const parseQuery = <const S extends v.GenericSchema>(
  schema: S,
  parameters: URLSearchParams,
): Result<v.InferOutput<S>, ProtocolError> => parseContent(schema, Object.fromEntries(parameters));

const parseContent = <const S extends v.GenericSchema>(
  schema: S,
  content: unknown,
): Result<v.InferOutput<S>, ProtocolError> => {
  const parsed = v.safeParse(schema, content);
  if (parsed.success) return ok(parsed.output);
  const oversized = parsed.issues.find((issue) => issue.type === "max_bytes");
  if (oversized) return err({ type: "tooLarge", maxBytes: Number(oversized.requirement) });
  return err({ type: "malformed", issues: parsed.issues.slice(0, 10).map(issueToText) });
};

const issueToText = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? "the whole"}: ${issue.type}`;

type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** Reads a request's bytes, if they are of our media type, within the limit, and in time. */
const readBody = async (
  request: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Result<Uint8Array, ProtocolError>> => {
  const declared = checkDeclared(request, maxBytes);
  if (!declared.ok) return declared;
  const reader = request.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => {});
  }, timeoutMs);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // A cancelled reader ends as if the body were complete.
      if (isLate) return err({ type: "timeout" });
      if (done) return ok(Buffer.concat(chunks));
      sizeBytes += value.byteLength;
      if (sizeBytes > maxBytes) return err({ type: "tooLarge", maxBytes });
      chunks.push(value);
    }
  } catch {
    // The sender broke off, and probably never sees this answer.
    return err({ type: "timeout" });
  } finally {
    clearTimeout(timer);
  }
};
