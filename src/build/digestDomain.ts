import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./projectFolder.ts";

/**
 * Digests every rule in `folder` and its subfolders: the summaries in the list of threads are made
 * by these rules, and made again when one of them changes.
 */
export const digestDomain = (folder: string = join(projectFolder, "src/domain")): string => {
  const digest = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (name.endsWith(".ts")) digest.update(readFileSync(join(folder, name)));
  }
  return digest.digest("base64url").slice(0, 16);
};
