import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as v from "valibot";
import type { PublicKey, SignedFile } from "#domain/trust/signedFile.ts";
import { openPublished, parseSignedFile } from "#signing/openPublished.ts";

export type SignedOfFolder<T> = {
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
