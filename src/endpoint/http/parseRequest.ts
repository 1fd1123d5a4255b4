import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";

/** A request as text: UTF-8 to the byte, so that its digest stays that of what is kept. */
export const decodeRequest = (bytes: Uint8Array): Result<string, ProtocolError> => {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err({ type: "malformed", issues: ["not UTF-8"] });
  }
};

/** JSON by a schema. A refusal names the places and the rules that were broken, never a value. */
export const parseRequest = <const S extends v.GenericSchema>(
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

/** A query's parameters by a schema; of a parameter that is given twice the last one counts. */
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
  return err({ type: "malformed", issues: parsed.issues.slice(0, 10).map(describeIssue) });
};

const describeIssue = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? "the whole"}: ${issue.type}`;
