import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type * as v from "valibot";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";

/** Writes a signed file whole, as it is carried and as devices take it in. */
export const writeSigned = (path: string, file: SignedFile): Promise<void> =>
  writeFileWhole(path, `${JSON.stringify(file)}\n`);

type SignedOfFolder<T> = {
  /** By their files' names. The same content may be there by several keys. */
  readonly opened: readonly { readonly file: SignedFile; readonly value: T }[];
  /** Files that none of the folder's keys has signed as they are now. */
  readonly brokenPaths: readonly string[];
};

/** What lies signed in the publisher's folder for one purpose, each verified by the folder's keys. */
export const listSigned = async <T>(
  folder: string,
  purpose: "grant" | "revocation",
  schema: v.GenericSchema<unknown, T>,
  publicKeys: readonly PublicKey[],
): Promise<SignedOfFolder<T>> => {
  const opened: { file: SignedFile; value: T }[] = [];
  const broken: { path: string; content: string | undefined }[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    if (!name.startsWith(`${purpose}-`) || !name.endsWith(".json")) continue;
    const path = join(folder, name);
    const file = parseSignedFile(await readFile(path, "utf8"));
    const content = file.ok ? await openPublished(file.value, purpose, schema, publicKeys) : file;
    if (file.ok && content.ok) opened.push({ file: file.value, value: content.value });
    else broken.push({ path, content: file.ok ? file.value.content : undefined });
  }
  // What was signed again says the same; the file by a key that was taken away is a leftover.
  const known = new Set(opened.map(({ file }) => file.content));
  const brokenPaths = broken.flatMap(({ path, content }) =>
    content !== undefined && known.has(content) ? [] : [path],
  );
  return { opened, brokenPaths };
};

/**
 * Writes a file so that a reader, or a machine that dies, finds the old one or the new one whole.
 * `owner`: nobody else on the machine may read it, nor look into a folder made for it. Throws what
 * the file system throws, and then leaves the old one and nothing beside it.
 */
export const writeFileWhole = async (
  path: string,
  text: string,
  readers: "all" | "owner" = "all",
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: readers === "all" ? 0o777 : 0o700 });
  const draft = join(dirname(path), `.${randomUUID()}.part`);
  try {
    const file = await open(draft, "wx", readers === "all" ? 0o644 : 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};
