import type { PublishersError } from "./loadPublishers.ts";
import type { ConfigError } from "./parseConfig.ts";

/** Says on stderr why a command can't do its work, and lets it end with exit code 1. */
export const printFailure = (error: ConfigError | PublishersError): void => {
  for (const line of describe(error)) console.error(line);
  process.exitCode = 1;
};

const describe = (error: ConfigError | PublishersError): readonly string[] => {
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
