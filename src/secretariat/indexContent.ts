import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { ContentIndex, ContentPack } from "#domain/guidance/contentPack.ts";
import { languages } from "#domain/language.ts";
import { writeFileWhole } from "#secretariat/publisher/signedFiles.ts";

/**
 * The list of the four packs in a folder, with their version. Throws if a pack is missing or malformed,
 * or has another version or language than it should.
 */
export const indexContent = async (folder: string): Promise<ContentIndex> => {
  const files = await Promise.all(
    languages.map(async (language) => {
      const path = `${language}.json`;
      const bytes = await readFile(join(folder, path));
      const pack = v.parse(ContentPack, JSON.parse(bytes.toString("utf8")));
      if (pack.language !== language) throw new Error(`${path} is in “${pack.language}”`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { language, version: pack.version, file: { path, sha256, sizeBytes: bytes.length } };
    }),
  );
  const versions = new Set(files.map(({ version }) => version));
  if (versions.size !== 1) throw new Error(`packs of versions ${[...versions].join(", ")}`);
  const packs = Object.fromEntries(files.map(({ language, file }) => [language, file]));
  return v.parse(ContentIndex, { version: files[0]?.version, packs });
};

if (import.meta.main) {
  const folder = join(import.meta.dirname, "../../public/content");
  const index = await indexContent(folder);
  await writeFileWhole(join(folder, "index.json"), `${JSON.stringify(index, undefined, 2)}\n`);
}
