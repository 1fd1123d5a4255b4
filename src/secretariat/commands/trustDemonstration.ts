import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";

/**
 * The text of a `config.json` that shows demonstrations of this key, and says of the endpoint and the
 * publishers what it said before; or why it is none.
 */
export const trustDemonstration = (
  config: string,
  demonstration: PublicKey,
): Result<string, string> => {
  try {
    const held = v.parse(Config, JSON.parse(config));
    return ok(`${JSON.stringify({ ...held, demonstration }, undefined, 2)}\n`);
  } catch {
    return err("is not a config.json");
  }
};

const Config = v.strictObject({
  endpoint: v.nullable(v.string()),
  publishers: v.array(PublicKey),
  demonstration: v.optional(v.nullable(PublicKey)),
});
