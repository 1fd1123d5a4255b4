import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { indexContent } from "#secretariat/indexContent.ts";
import { contentFolder } from "#tests/world/readPacks.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "enlace-content-"));
  await cp(contentFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe("the list of content packs", () => {
  it("that ships is that of the packs that ship", async () => {
    const shipped = await readFile(join(contentFolder, "index.json"), "utf8");
    expect(JSON.parse(shipped)).toEqual(await indexContent(contentFolder));
  });

  it("changes its digest with any byte of a pack", async () => {
    const before = await indexContent(folder);
    const path = join(folder, "fr.json");
    await writeFile(path, `${await readFile(path, "utf8")} `);
    const after = await indexContent(folder);
    expect(after.packs.fr.sha256).not.toBe(before.packs.fr.sha256);
    expect(after.packs.fr.sizeBytes).toBe(before.packs.fr.sizeBytes + 1);
    expect({ ...after.packs, fr: before.packs.fr }).toEqual(before.packs);
  });

  it("isn't made of packs of different versions, nor of one in another's language", async () => {
    const spanish = join(folder, "es.json");
    const text = await readFile(spanish, "utf8");
    await writeFile(spanish, text.replace('"version": 1', '"version": 2'));
    await expect(indexContent(folder)).rejects.toThrow("packs of versions 1, 2");
    await writeFile(spanish, text.replace('"language": "es"', '"language": "pt"'));
    await expect(indexContent(folder)).rejects.toThrow("es.json is in “pt”");
  });
});
