import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

/** What a request says of its body, before a byte of it is read: our media type, and not too many. */
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
