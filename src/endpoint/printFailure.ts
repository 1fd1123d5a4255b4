import type { LoadEditionError } from "./loadEdition.ts";
import type { ConfigError } from "./parseConfig.ts";

/** Says on stderr why a command can't do its work, and lets it end with exit code 1. */
export const printFailure = (error: ConfigError | LoadEditionError): void => {
  for (const line of describe(error)) console.error(line);
  process.exitCode = 1;
};

const describe = (error: ConfigError | LoadEditionError): readonly string[] => {
  switch (error.type) {
    case "configInvalid":
      return error.issues;
    case "editionUnreadable":
      return [`There is no directory at ${error.path} (ENLACE_DIRECTORY, or npm run build).`];
    case "editionMalformed":
      return [`The directory at ${error.path} is not an edition:`, ...error.issues.slice(0, 10)];
  }
};
