import { err, ok, type Result } from "#domain/result.ts";

/**
 * Where people reach Enlace, without a slash at its end: as given, as `ENLACE_ADDRESS` has it, or by
 * the `PORT` and `HOST` that an endpoint on this machine listens on. Or what is wrong, in a sentence.
 */
export const parseAddress = (
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Result<string, string> => {
  if (given !== undefined) return parseHttpAddress("--address", given);
  // An empty variable is one that isn't set, as in a shell's `PORT= npm start`.
  if (env["ENLACE_ADDRESS"]) return parseHttpAddress("ENLACE_ADDRESS", env["ENLACE_ADDRESS"]);
  const port = env["PORT"] || "8787";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return err(`PORT must be a whole number from 0 to 65535, not “${port}”.`);
  }
  const host = env["HOST"] || "127.0.0.1";
  const isLocal = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].includes(host);
  const name = isLocal ? "localhost" : host;
  return ok(`http://${name.includes(":") ? `[${name}]` : name}:${Number(port)}`);
};

/** An address as people write it, `name` being what they wrote it for. */
export const parseHttpAddress = (name: string, text: string): Result<string, string> =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text)
    ? ok(text.replace(/\/+$/, ""))
    : err(`${name} must be an address such as https://enlace.example, not “${text}”.`);
