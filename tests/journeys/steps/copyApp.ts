import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedFile } from "#domain/trust/signedFile.ts";
import { seedToPublicKey, signText } from "#signing/signText.ts";
import { distFolder } from "#tests/house/distFolder.ts";

/** The built app in a folder of its own, whose demonstration is signed with a key that we have. */
export const copyApp = (demonstration: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), "enlace-app-"));
  cpSync(distFolder, folder, { recursive: true });
  change(folder, "config.json", (config) => ({
    ...(config as object),
    demonstration: seedToPublicKey(demonstration),
  }));
  change(folder, "content/directory.json", (file) =>
    signText(demonstration, "edition", (file as SignedFile).content),
  );
  return folder;
};

const change = (folder: string, name: string, rewrite: (held: unknown) => unknown): void => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(rewrite(JSON.parse(readFileSync(path, "utf8")))));
  for (const packed of [`${path}.br`, `${path}.gz`]) rmSync(packed, { force: true });
};
