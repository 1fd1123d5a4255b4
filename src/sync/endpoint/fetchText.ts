import { err, ok, type Result } from "#domain/result.ts";

/** A file that stands beside the app, as it is served now. */
export const fetchText = async (
  url: URL,
): Promise<Result<string, { readonly type: "notReached" }>> => {
  try {
    const response = await fetch(url, { cache: "no-cache" });
    return response.ok ? ok(await response.text()) : err({ type: "notReached" });
  } catch {
    return err({ type: "notReached" });
  }
};
