import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder, ending with a slash. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/** Paths under `folder` with one of these endings, as the project names them: `src/app/main.tsx`. */
export const listFiles = (folder: string, ...endings: readonly string[]): readonly string[] =>
  existsSync(projectFolder + folder)
    ? readdirSync(projectFolder + folder, { recursive: true, encoding: "utf8" })
        .map((path) => `${folder}/${path}`)
        .filter((path) => endings.some((ending) => path.endsWith(ending)))
        .toSorted()
    : [];
