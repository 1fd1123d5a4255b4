import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files under `folder` in which `word` stands in clear: UTF-8, UTF-16, or base64 of these. */
export const findInFiles = (folder: string, word: string): readonly string[] => {
  const forms = listForms(word);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readIfThere(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map((path) => path.slice(folder.length + 1));
};

/** A browser that runs removes files meanwhile. */
const readIfThere = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      return Buffer.alloc(0);
    throw cause;
  }
};

const listForms = (word: string): readonly Buffer[] => {
  const plain = [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")];
  return [...plain, ...plain.flatMap(listBase64)];
};

/** What stands in base64 whatever comes before it: once for each place in a group of three bytes. */
const listBase64 = (bytes: Buffer): readonly Buffer[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and the last characters hold bits of what stands beside.
    return Buffer.from(text.replace(/=+$/, "").slice(4, -2));
  });
