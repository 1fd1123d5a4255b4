import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ContentPack } from "#domain/guidance/contentPack.ts";
import { type Language, languages } from "#domain/language.ts";
import { projectFolder } from "#tests/house/listFiles.ts";

export const contentFolder = join(projectFolder, "public/content");

/** A pack as it ships; throws where it doesn't parse. */
export const readPack = (language: Language): ContentPack =>
  v.parse(ContentPack, JSON.parse(readFileSync(join(contentFolder, `${language}.json`), "utf8")));

export const readPacks = (): readonly ContentPack[] => languages.map(readPack);
