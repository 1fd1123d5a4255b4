import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { protocolMediaType } from "#protocol/version.ts";

export type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** A request's exact bytes: of our media type, not too many, and not too slowly. */
export const readBody = async (
  request: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Result<Uint8Array, ProtocolError>> => {
  if (!hasOurMediaType(request)) return err({ type: "unsupportedMediaType" });
  const tooLarge = err({ type: "tooLarge", maxBytes } as const);
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return tooLarge;
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
      if (sizeBytes > maxBytes) return tooLarge;
      chunks.push(value);
    }
  } catch {
    // The sender broke off: it has to try again, whatever of this answer reaches it.
    return err({ type: "timeout" });
  } finally {
    clearTimeout(timer);
  }
};

const hasOurMediaType = (request: Request): boolean => {
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  return type.trim().toLowerCase() === protocolMediaType && encoding === "identity";
};
