import { readFileSync } from "node:fs";
import { type Edition, parseEdition } from "#domain/directory/edition.ts";
import { parseSignedFile } from "#signing/openPublished.ts";
import { projectFolder } from "./listFiles.ts";

/** The directory that ships, out of its signed file. */
export const readShippedEdition = (): Edition => {
  const path = "public/content/directory.json";
  const file = parseSignedFile(readFileSync(projectFolder + path, "utf8"));
  const edition = file.ok ? parseEdition(file.value.content) : file;
  if (!edition.ok) throw new Error(`${path}: ${edition.error.type}`);
  return edition.value;
};
