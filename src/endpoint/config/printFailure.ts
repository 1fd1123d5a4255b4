import type { PublishersError } from "./loadPublishers.ts";
import type { Config, ConfigError } from "./parseConfig.ts";

/** Prints on stderr why a command can't do its work, and sets the exit code to 1. */
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

/** The part of a failed notification that may be logged: a code or a status. Messages quote addresses. */
export const failureToReason = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") {
    return `${error.responseCode}`;
  }
  if ("code" in error && typeof error.code === "string" && /^[A-Z_\d]{1,60}$/.test(error.code)) {
    return error.code;
  }
  return error instanceof Error ? error.name : "unknown";
};

/** The address of the endpoint: as configured, otherwise the host and port that it listens on. */
export const formatAddress = ({ publicAddress, host }: Config, port: number): string => {
  if (publicAddress !== undefined) return publicAddress;
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = isLocal ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
};
