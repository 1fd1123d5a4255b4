import * as v from "valibot";
import { err, ok, type Result } from "#domain/result.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import type { EnlaceDatabase } from "#storage/database.ts";

/** `config.json` beside `index.html` alone names the endpoint and the trusted keys. */
export type AppConfig = v.InferOutput<typeof AppConfig>;

export const AppConfig = v.object({
  /** An absolute address, `.` for the folder that served the app, or null for none. */
  endpoint: v.nullable(v.string()),
  /** Trusted keys for editions, grants and revocations; two overlap while a key is changed. */
  publishers: v.array(PublicKey),
  /** A key that is trusted for demonstration editions only. */
  demonstration: v.optional(v.nullable(PublicKey), null),
});

/** The saved configuration, or the served one at the first visit. */
export const loadConfig = async (
  database: EnlaceDatabase,
  baseUrl: string,
): Promise<AppConfig | null> => (await findConfig(database)) ?? refreshConfig(database, baseUrl);

/** Fetches the served configuration and saves it for the next start; null if it can't be read. */
export const refreshConfig = async (
  database: EnlaceDatabase,
  baseUrl: string,
): Promise<AppConfig | null> => {
  const config = await fetchConfig(baseUrl);
  if (config) await database.singles.put({ key: "config", ...config });
  return config;
};

/** The saved configuration; undefined if there is none, or one that an older version saved. */
export const findConfig = async (database: EnlaceDatabase): Promise<AppConfig | undefined> => {
  const kept = v.safeParse(AppConfig, await database.singles.get("config"));
  return kept.success ? kept.output : undefined;
};

/** The endpoint's base address, without a slash at its end; null if there is none. */
export const configToEndpointUrl = (config: AppConfig, baseUrl: string): string | null =>
  config.endpoint === null ? null : new URL(config.endpoint, baseUrl).href.replace(/\/$/, "");

const fetchConfig = async (baseUrl: string): Promise<AppConfig | null> => {
  try {
    const response = await fetch(new URL("config.json", baseUrl), { cache: "no-cache" });
    const parsed = v.safeParse(AppConfig, await response.json());
    return response.ok && parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

/** Fetches a file from beside the app. */
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
