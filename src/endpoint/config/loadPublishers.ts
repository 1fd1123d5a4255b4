import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import type { Config } from "./parseConfig.ts";

export type TrustedKeys = {
  readonly keys: readonly PublicKey[];
  /** The keys lie beside the database: whoever wrote them there plays both parts. */
  readonly playsBoth: boolean;
};

export type PublishersError =
  | { readonly type: "publishersMissing"; readonly path: string }
  | { readonly type: "publisherMalformed"; readonly path: string; readonly line: number };

/**
 * The keys that `ENLACE_PUBLISHER` names, else those of the demonstration's `publisher.txt`, one a
 * line. Without any the endpoint could believe nothing, and is not started.
 */
export const loadPublishers = ({
  publishers,
  dataPath,
}: Config): Result<TrustedKeys, PublishersError> => {
  if (publishers.length > 0) return ok({ keys: publishers, playsBoth: false });
  const path = join(dataPath, "publisher.txt");
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const keys: PublicKey[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const key = v.safeParse(PublicKey, text.trim());
    if (!key.success) return err({ type: "publisherMalformed", path, line: index + 1 });
    keys.push(key.output);
  }
  return keys.length > 0 ? ok({ keys, playsBoth: true }) : err({ type: "publishersMissing", path });
};
