import * as v from "valibot";
import { PublicKey } from "#domain/trust/signedFile.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { StaticFiles } from "./staticFiles.ts";

const path = "/config.json";
const StaticConfig = v.looseObject({ publishers: v.optional(v.array(PublicKey), []) });

/**
 * The app's files with a `config.json` that names this endpoint, and trusts what it trusts besides
 * what the app was built to trust. Throws for one that can't be read: an app that is served
 * with fewer keys than it was given would refuse what it should believe.
 */
export const composeConfig = (
  staticFiles: StaticFiles,
  publishers: readonly PublicKey[],
): StaticFiles => {
  const held = staticFiles.get(path);
  const bytes = held?.variants.get("identity")?.bytes;
  if (!held || !bytes) return staticFiles;
  const own = parseConfigFile(new TextDecoder().decode(bytes));
  const keys = [...new Set([...own.publishers, ...publishers])];
  const composed = Buffer.from(`${JSON.stringify({ ...own, endpoint: ".", publishers: keys })}\n`);
  const etag = `"${sha256(composed).slice(0, 32)}"`;
  const variants = new Map([["identity", { bytes: composed, etag }]] as const);
  return new Map([...staticFiles, [path, { ...held, variants }]]);
};

const parseConfigFile = (text: string): v.InferOutput<typeof StaticConfig> => {
  try {
    return v.parse(StaticConfig, JSON.parse(text));
  } catch (cause) {
    throw new Error("The app's config.json can't be read: npm run build writes it anew.", {
      cause,
    });
  }
};
