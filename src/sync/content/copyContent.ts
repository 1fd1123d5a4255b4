import { ContentIndex, ContentPack } from "#domain/guidance/contentPack.ts";
import { languages } from "#domain/language.ts";
import { parseJson } from "#domain/parseJson.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { digestText } from "#signing/digestText.ts";
import { findContentVersion, saveContentPacks } from "#storage/content/contentPacks.ts";
import type { EnlaceDatabase } from "#storage/database.ts";
import { type StorageError, tryStorage } from "#storage/storageError.ts";
import { fetchText } from "#sync/endpoint/loadConfig.ts";

export type CopyError =
  | StorageError
  | { readonly type: "notReached" }
  /** The file does not match the list of packs: cut off, or a portal's page. */
  | { readonly type: "contentDamaged"; readonly path: string };

/**
 * Copies all four packs to the device, or none. If the device has the version in the list, only the
 * list is fetched.
 */
export const copyContent = async (
  database: EnlaceDatabase,
  baseUrl: string,
): Promise<Result<"copied" | "current", CopyError>> => {
  const found = await tryStorage(() => findContentVersion(database));
  if (!found.ok) return found;
  const index = await fetchIndex(baseUrl);
  if (!index.ok) return index;
  const { version } = index.value;
  if (found.value === version) return ok("current");
  const packs = await Promise.all(
    languages.map((language) => {
      const { path, sha256 } = index.value.packs[language];
      return fetchPack(new URL(`content/${path}`, baseUrl), sha256);
    }),
  );
  const copied: ContentPack[] = [];
  for (const pack of packs) {
    if (!pack.ok) return pack;
    copied.push(pack.value);
  }
  const saved = await tryStorage(() => saveContentPacks(database, copied, version));
  return saved.ok ? ok("copied") : saved;
};

const fetchIndex = async (baseUrl: string): Promise<Result<ContentIndex, CopyError>> => {
  const url = new URL("content/index.json", baseUrl);
  const text = await fetchText(url);
  if (!text.ok) return text;
  const index = parseJson(text.value, ContentIndex);
  return index ? ok(index) : err({ type: "contentDamaged", path: url.pathname });
};

const fetchPack = async (url: URL, sha256: string): Promise<Result<ContentPack, CopyError>> => {
  const text = await fetchText(url);
  if (!text.ok) return text;
  const damaged = err({ type: "contentDamaged" as const, path: url.pathname });
  if ((await digestText(text.value)) !== sha256) return damaged;
  const pack = parseJson(text.value, ContentPack);
  return pack ? ok(pack) : damaged;
};
