import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as v from "valibot";
import { type DeskId, deskToId } from "#domain/desk.ts";
import { Edition } from "#domain/edition.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Variants } from "./respondWithVariants.ts";
import { sha256 } from "./sha256.ts";

export type LoadedEdition = {
  readonly edition: Edition;
  /** Who can be written to. */
  readonly desks: ReadonlySet<DeskId>;
  readonly variants: Variants;
};

export type LoadEditionError =
  | { readonly type: "editionUnreadable"; readonly path: string }
  | {
      readonly type: "editionMalformed";
      readonly path: string;
      readonly issues: readonly string[];
    };

/** Reads an edition's JSON file once, checked against the schema, and keeps it ready to be sent. */
export const loadEdition = (path: string): Result<LoadedEdition, LoadEditionError> => {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return err({ type: "editionUnreadable", path });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ type: "editionMalformed", path, issues: ["not JSON"] });
  }
  const parsed = v.safeParse(Edition, content);
  if (parsed.success) return ok(createLoadedEdition(parsed.output));
  const issues = parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
  return err({ type: "editionMalformed", path, issues });
};

/** Makes an edition ready to be sent. The tag is its number and the digest of its JSON. */
export const createLoadedEdition = (edition: Edition): LoadedEdition => {
  const bytes = Buffer.from(JSON.stringify(edition));
  const tag = `${edition.number}-${sha256(bytes)}`;
  return {
    edition,
    desks: new Set(
      edition.states.flatMap(({ state, desks }) =>
        desks.map(({ kind }) => deskToId({ state, desk: kind })),
      ),
    ),
    variants: new Map([
      ["identity", { bytes, etag: `"${tag}"` }],
      ["br", { bytes: brotliCompressSync(bytes), etag: `"${tag}-br"` }],
      ["gzip", { bytes: gzipSync(bytes), etag: `"${tag}-gzip"` }],
    ]),
  };
};
