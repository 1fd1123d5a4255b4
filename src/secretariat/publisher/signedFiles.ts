import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type * as v from "valibot";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";

/** Writes a signed file as one JSON object, as `carry`, the endpoint and devices read it. */
export const writeSigned = (path: string, file: SignedFile): Promise<void> =>
  writeFileWhole(path, `${JSON.stringify(file)}\n`);

type SignedOfFolder<T> = {
  /** In the order of their names. Several keys may have signed the same content. */
  readonly opened: readonly { readonly file: SignedFile; readonly value: T }[];
  /** Files with no valid signature by one of the folder's keys. */
  readonly brokenPaths: readonly string[];
};

/** Lists the signed files in the publisher's folder for one purpose, verified with the folder's keys. */
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
  // Content that was signed again: its file by a key that was removed is only a leftover.
  const known = new Set(opened.map(({ file }) => file.content));
  const brokenPaths = broken.flatMap(({ path, content }) =>
    content !== undefined && known.has(content) ? [] : [path],
  );
  return { opened, brokenPaths };
};

/**
 * Writes a file atomically: a reader, or a machine after a crash, finds either the old one or the new
 * one. `owner`: no other account may read it, or list a folder that is created for it. Throws what the
 * file system throws, and then leaves only the old file.
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
