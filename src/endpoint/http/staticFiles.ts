import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import * as v from "valibot";
import { parseJson } from "#domain/parseJson.ts";
import { PublicKey } from "#domain/trust/signedFile.ts";
import { sha256 } from "#endpoint/store/sha256.ts";
import type { Encoding, Variant, Variants } from "./respondWithVariants.ts";

type StaticFile = {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly variants: Variants;
};

/** By path, with its leading slash. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * Reads the built app into memory once, so that no path of a request ever reaches the file system;
 * empty if there is none. `x.br` and `x.gz` are variants of `x`, not files of their own.
 */
export const loadStaticFiles = (folder: string): StaticFiles => {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const filePaths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(filePaths);
  for (const filePath of filePaths) {
    if (isVariantOf(filePath, known)) continue;
    const path = `/${relative(folder, filePath).split(sep).join("/")}`;
    files.set(path, {
      contentType: contentTypes[extname(path)] ?? "application/octet-stream",
      // Only files with their hash in their name never change.
      cacheControl: path.startsWith("/assets/")
        ? "public, max-age=31536000, immutable"
        : "no-cache",
      variants: loadVariants(filePath, known),
    });
  }
  return files;
};

const isVariantOf = (filePath: string, known: ReadonlySet<string>): boolean =>
  /\.(br|gz)$/.test(filePath) && known.has(filePath.replace(/\.(br|gz)$/, ""));

const loadVariants = (filePath: string, known: ReadonlySet<string>): Variants => {
  const bytes = readFileSync(filePath);
  const tag = sha256(bytes).slice(0, 32);
  const variants = new Map<Encoding, Variant>([["identity", { bytes, etag: `"${tag}"` }]]);
  for (const [encoding, ending] of [
    ["br", ".br"],
    ["gzip", ".gz"],
  ] as const) {
    if (!known.has(filePath + ending)) continue;
    variants.set(encoding, {
      bytes: readFileSync(filePath + ending),
      etag: `"${tag}-${encoding}"`,
    });
  }
  return variants;
};

const path = "/config.json";

const StaticConfig = v.looseObject({ publishers: v.optional(v.array(PublicKey), []) });

/**
 * The app's files with a `config.json` that names this endpoint, and whose trusted keys are the app's
 * own and this endpoint's. Throws if the app's `config.json` can't be parsed: an app that is served
 * without its own keys would refuse files that it should trust.
 */
export const composeConfig = (
  staticFiles: StaticFiles,
  publishers: readonly PublicKey[],
): StaticFiles => {
  const found = staticFiles.get(path);
  const bytes = found?.variants.get("identity")?.bytes;
  if (!found || !bytes) return staticFiles;
  const own = parseConfigFile(new TextDecoder().decode(bytes));
  const keys = [...new Set([...own.publishers, ...publishers])];
  const composed = Buffer.from(`${JSON.stringify({ ...own, endpoint: ".", publishers: keys })}\n`);
  const etag = `"${sha256(composed).slice(0, 32)}"`;
  const variants = new Map([["identity", { bytes: composed, etag }]] as const);
  return new Map([...staticFiles, [path, { ...found, variants }]]);
};

const parseConfigFile = (text: string): v.InferOutput<typeof StaticConfig> => {
  const config = parseJson(text, StaticConfig);
  if (!config)
    throw new Error("The app's config.json can't be read: npm run build writes it anew.");
  return config;
};
