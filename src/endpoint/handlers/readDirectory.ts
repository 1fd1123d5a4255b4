import { err } from "#domain/result.ts";
import { respondWithVariants } from "#endpoint/http/respondWithVariants.ts";
import { protocolMediaType } from "#protocol/version.ts";
import type { Handler } from "./handler.ts";

/** `GET /v1/directory`: the newest edition, as its publisher signed it. A real one names people. */
export const readDirectory: Handler<"readDirectory"> = async (
  { readNewestEdition },
  { request },
) => {
  const newest = await readNewestEdition();
  if (!newest) return err({ type: "notFound" });
  return respondWithVariants(request, newest.variants, {
    "Content-Type": protocolMediaType,
    "Cache-Control": newest.demonstration ? "no-cache" : "no-store",
  });
};
