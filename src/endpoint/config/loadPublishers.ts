import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import type { Config } from "./parseConfig.ts";

export type TrustedKeys = {
  readonly keys: readonly PublicKey[];
  /** The keys lie beside the database: one party plays both the publisher and the endpoint. */
  readonly playsBoth: boolean;
};

export type PublishersError =
  | { readonly type: "publishersMissing"; readonly path: string }
  | { readonly type: "publisherMalformed"; readonly path: string; readonly line: number };

/**
 * The keys in `ENLACE_PUBLISHER`, otherwise those in the demonstration's `publisher.txt`, one per line.
 * Fails if there are none: an endpoint that trusts no key could take no file.
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
