import { err, ok, type Result } from "#domain/result.ts";
import type { ProtocolError } from "#protocol/errors.ts";
import { checkDeclared } from "./checkDeclared.ts";

export type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** A request's exact bytes: of our media type, not too many, and not too slowly. */
export const readBody = async (
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
    // The sender broke off: it has to try again, whatever of this answer reaches it.
    return err({ type: "timeout" });
  } finally {
    clearTimeout(timer);
  }
};
