import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

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
