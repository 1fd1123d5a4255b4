import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";

/** `config.json` beside `index.html`: the one place that says which endpoint is trusted. */
export type AppConfig = v.InferOutput<typeof AppConfig>;
export const AppConfig = v.object({
  /** An absolute address, `.` for the one that served the app, or null for none. */
  endpoint: v.nullable(v.string()),
});

/** Reads it from the precache, so that it is there offline. */
export const loadConfig = async (
  baseUrl: string,
): Promise<Result<AppConfig, { type: "configUnreadable" }>> => {
  try {
    const response = await fetch(new URL("config.json", baseUrl));
    const parsed = v.safeParse(AppConfig, await response.json());
    return parsed.success ? ok(parsed.output) : err({ type: "configUnreadable" });
  } catch {
    return err({ type: "configUnreadable" });
  }
};

/** The endpoint's base address without a slash at its end; null if there is none. */
export const configToEndpointUrl = (config: AppConfig, baseUrl: string): string | null =>
  config.endpoint === null ? null : new URL(config.endpoint, baseUrl).href.replace(/\/$/, "");
