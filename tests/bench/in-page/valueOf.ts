import type { Result } from "#domain/result.ts";

/** What was expected to succeed. */
export const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
