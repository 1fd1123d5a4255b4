import { protocolMediaType } from "#protocol/version.ts";
import { refuse } from "../answer.ts";
import type { Handler } from "../handler.ts";
import { identify } from "../identify.ts";
import { respondWithVariants } from "../respondWithVariants.ts";

/**
 * `GET /v1/directory`: the newest edition. A demonstration is for everybody, any other for
 * enrolled devices of either role.
 */
export const readDirectory: Handler = async (deps, context) => {
  const { edition, variants } = deps.edition;
  if (!edition.demonstration) {
    const caller = await identify(deps, context.req.raw);
    if (!caller.ok) return refuse(caller.error);
  }
  return respondWithVariants(context.req.raw, variants, {
    "Content-Type": protocolMediaType,
    "Cache-Control": edition.demonstration ? "no-cache" : "private, no-cache",
  });
};
