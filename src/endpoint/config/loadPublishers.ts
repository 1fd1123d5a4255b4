import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import type { Config, ConfigError } from "./parseConfig.ts";

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

/** Prints on stderr why a command can't do its work, and sets the exit code to 1. */
export const printFailure = (error: ConfigError | PublishersError): void => {
  for (const line of sayFailure(error)) console.error(line);
  process.exitCode = 1;
};

const sayFailure = (error: ConfigError | PublishersError): readonly string[] => {
  switch (error.type) {
    case "configInvalid":
      return error.issues;
    case "publishersMissing":
      return [
        "No publisher's key is trusted: name one in ENLACE_PUBLISHER, or make a demonstration " +
          `(npm run secretariat -- demonstration), which writes ${error.path}.`,
      ];
    case "publisherMalformed":
      return [`Line ${error.line} of ${error.path} is not a public key of 43 characters.`];
  }
};
